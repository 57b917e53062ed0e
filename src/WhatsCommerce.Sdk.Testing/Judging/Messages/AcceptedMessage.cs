namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The request is a message that goes out.</summary>
internal sealed record AcceptedMessage(string Kind, Address To, JsonElement Json) : Verdict
{
    /// <summary>The words that the customer sees first: the text, or the body of an interactive message.</summary>
    public string? Text { get; init; }

    /// <summary>The retailer ids that the customer is shown, in order.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The retailer ids that were left out, because the connected catalog does not hold them.</summary>
    public IReadOnlyList<string> MissingProducts { get; init; } = [];

    public string? RepliesTo { get; init; }
    public string? CallbackData { get; init; }

    /// <summary>Templates may be sent at any time; everything else only within 24 hours of the customer's last message.</summary>
    public bool IsTemplate => Kind == "template";
}
