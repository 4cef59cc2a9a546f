package dev.foundation.tracing.shop.orders;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.foundation.tracing.shop.orders.catalog.Wanted;

/** What a customer asks for. */
record OrderRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = OrderRequest.PRINTABLE, message = "must be printable") String customer,
        @NotNull @Size(min = 1, max = OrderRequest.MOST_ITEMS) List<@NotNull @Valid Item> items) {

    // Each product is a call to the catalog, one after the other, while the customer waits.
    static final int MOST_ITEMS = 20;
    // PostgreSQL stores neither the character 0 nor half a surrogate pair.
    static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

    List<Wanted> wanted() {
        return items.stream().map(item -> new Wanted(item.sku(), item.quantity())).toList();
    }

    record Item(@NotNull @Pattern(regexp = "[A-Za-z0-9][\\w.-]{0,39}") String sku,
            @NotNull @Min(1) @Max(1000) Integer quantity) {
    }
}
