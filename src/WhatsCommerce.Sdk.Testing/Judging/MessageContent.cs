namespace WhatsCommerce.Testing.Judging;

/// <summary>The properties of a message that the rules determine while they check it.</summary>
internal sealed class MessageContent(string type)
{
    /// <summary>The type, and for an interactive message also which: <c>interactive.product_list</c>.</summary>
    public string Kind { get; set; } = type;

    public string? Text { get; set; }
    public IReadOnlyList<string> Products { get; set; } = [];
    public IReadOnlyList<string> MissingProducts { get; set; } = [];
}
