// Before anything is drawn, or a dark page would begin with a white flash: hence a script of its own that is no module.
(() => {
  try {
    const theme = localStorage.getItem('trace-store.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // No storage: the system decides.
  }
})();
