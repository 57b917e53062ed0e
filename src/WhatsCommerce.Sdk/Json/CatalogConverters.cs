using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Json;

internal sealed class CatalogIdConverter() : TextConverter<CatalogId>(text => text);

internal sealed class RetailerIdConverter() : TextConverter<RetailerId>(text => text);

internal sealed class CurrencyConverter() : TextConverter<Currency>(text => text);

internal sealed class CatalogVerticalConverter() : TextConverter<CatalogVertical>(text => text);

internal sealed class BatchStateConverter() : TextConverter<BatchState>(text => text);
