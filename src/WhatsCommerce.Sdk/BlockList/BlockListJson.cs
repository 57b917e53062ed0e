namespace WhatsCommerce.BlockList;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(BusinessScopedUserIdConverter)])]
[JsonSerializable(typeof(BlockListResponse))]
[JsonSerializable(typeof(PageResponse<BlockedCustomer>))]
internal sealed partial class BlockListJson : JsonSerializerContext;

internal sealed class BusinessScopedUserIdConverter() : TextConverter<BusinessScopedUserId>(text => text);
