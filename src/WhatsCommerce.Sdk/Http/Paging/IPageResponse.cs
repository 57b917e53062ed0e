namespace WhatsCommerce.Http;

/// <summary>A page with items of any type.</summary>
internal interface IPageResponse : IGraphResponse
{
    /// <inheritdoc cref="PageResponse{T}.Operation"/>
    string Operation { get; set; }

    /// <summary>Whether an item is null, which is malformed.</summary>
    bool HoldsNull { get; }

    /// <summary>Reads a page of the same type item by item; returns null when the body is not a page.</summary>
    IPageResponse? ReadItems(byte[] body, JsonSerializerOptions options);
}
