namespace WhatsCommerce.Testing.Judging;

/// <summary>The content that the rules extract from a message during validation.</summary>
internal sealed class MessageContent(string type)
{
    /// <summary>The type; for an interactive message including its interactive type: <c>interactive.product_list</c>.</summary>
    public string Kind { get; set; } = type;

    public string? Text { get; set; }
    public IReadOnlyList<string> Products { get; set; } = [];
    public IReadOnlyList<string> MissingProducts { get; set; } = [];
}
