namespace WhatsCommerce.Http;

/// <summary>A page, whatever is on it.</summary>
internal interface IPageAnswer : IGraphAnswer
{
    /// <inheritdoc cref="PageAnswer{T}.Operation"/>
    string Operation { get; set; }

    /// <summary>Whether an item is null, which none should be.</summary>
    bool HoldsNull { get; }

    /// <summary>Reads a page of the same kind item by item; returns null when the body is no page.</summary>
    IPageAnswer? ReadItems(byte[] body, JsonSerializerOptions options);
}
