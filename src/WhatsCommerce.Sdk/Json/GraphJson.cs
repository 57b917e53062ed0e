using System.Text.Json.Serialization;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Http;
using WhatsCommerce.Media;

namespace WhatsCommerce.Json;

/// <summary>The one generated context of this direction: what the Graph API answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(CatalogIdConverter),
        typeof(RetailerIdConverter),
        typeof(CurrencyConverter),
        typeof(CatalogVerticalConverter),
        typeof(BatchStateConverter),
    ])]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(MediaAnswer))]
[JsonSerializable(typeof(Catalog))]
[JsonSerializable(typeof(PageAnswer<Catalog>))]
[JsonSerializable(typeof(ItemsBatchAnswer))]
[JsonSerializable(typeof(PageAnswer<ItemsBatchStatus>))]
internal sealed partial class GraphJson : JsonSerializerContext;
