using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>What came of judging a request to the messages endpoint.</summary>
internal abstract record Verdict;

/// <summary>The request is refused with a Graph error; nothing is sent.</summary>
internal sealed record Refusal(int HttpStatus, int Code, string Message) : Verdict
{
    public string Type { get; init; } = "OAuthException";

    public int? Subcode { get; init; }

    /// <summary><c>error_data.details</c>: what exactly is wrong. Absent where Meta sends none.</summary>
    public string? Details { get; init; }

    /// <summary><c>error_user_title</c>: a heading for people, on management calls.</summary>
    public string? UserTitle { get; init; }

    /// <summary><c>error_user_msg</c>: what people can do, on management calls.</summary>
    public string? UserMessage { get; init; }

    public bool? IsTransient { get; init; }
}

/// <summary>The request marks a customer's message as read, and may show that the business is typing.</summary>
internal sealed record ReadReceipt(string MessageId, bool IsTyping) : Verdict;

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

/// <summary>What kind of address a message goes to.</summary>
internal enum AddressKind
{
    Phone,
    User,
    Group,
}

/// <summary>The address of a message: what the caller wrote, and what it means (digits only, for a phone number).</summary>
internal readonly record struct Address(AddressKind Kind, string Input, string Value)
{
    // An address may be a phone number: it must not reach a log by way of ToString.
    public override string ToString() => Kind.ToString();
}
