using System.Text.Json.Serialization;

namespace WhatsCommerce.Storefronts;

/// <summary>The JSON between the inbox's page and its endpoints.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, MaxDepth = 8)]
[JsonSerializable(typeof(InboxRow[]))]
[JsonSerializable(typeof(InboxChat))]
[JsonSerializable(typeof(InboxProduct[]))]
[JsonSerializable(typeof(InboxResponse))]
[JsonSerializable(typeof(InboxAct))]
[JsonSerializable(typeof(InboxSetup))]
[JsonSerializable(typeof(InboxTyping))]
internal sealed partial class InboxJson : JsonSerializerContext;

/// <summary>The initial data of the page.</summary>
internal sealed record InboxSetup(string Agent, InboxTemplate[] Templates, bool HasSearch, bool HasCheckout);

/// <summary>A conversation in the list.</summary>
internal sealed record InboxRow(
    string Customer,
    string? Name,
    string? Address,
    string Owner,
    string? Assignee,
    int Unread,
    long WindowEndsAt,
    long Now,
    long LastAt,
    string LastAuthor,
    string? LastKind,
    string? Preview,
    long Version);

/// <summary>A conversation with a page of its entries, and the orders that can be acted on.</summary>
internal sealed record InboxChat(InboxRow Row, InboxEntry[] Entries, bool HasMore, InboxOrder[] Orders, bool HasCart);

/// <summary>An entry of the chat.</summary>
internal sealed record InboxEntry(
    string Id,
    long Sequence,
    string Kind,
    string Author,
    string? By,
    long At,
    string? Type,
    string? RepliesTo,
    string? Header,
    string? Text,
    string? Footer,
    IReadOnlyList<string> Choices,
    string? Link,
    bool HasNoWords,
    InboxProduct[] Products,
    string? Total,
    string? About,
    string? Status,
    string? Error,
    string? OrderNumber,
    string? Amount);

/// <summary>A product of a message, of a cart or of the search.</summary>
internal sealed record InboxProduct(string Id, string Name, string? Image, string? Price, int Quantity, string? GroupId, string? Variant);

/// <summary>An order that a person may act on.</summary>
internal sealed record InboxOrder(
    string Id, string Number, string State, string Payment, string Total, string? Refundable, decimal RefundableAmount, bool CanBeMarked);

/// <summary>An action of a person. Each action uses the properties that it needs.</summary>
internal sealed record InboxAct
{
    public string? Text { get; init; }
    public string? Key { get; init; }
    public string[]? Products { get; init; }
    public string? Template { get; init; }
    public string? Language { get; init; }
    public string[]? Parameters { get; init; }
    public string? Order { get; init; }
    public decimal? Amount { get; init; }
    public string? Reason { get; init; }
    public bool Insists { get; init; }
}

/// <summary>The outcome of an action; a problem is a sentence for the person.</summary>
internal sealed record InboxResponse(bool IsDone, string? Problem = null);

/// <summary>Somebody is writing in a conversation.</summary>
internal sealed record InboxTyping(string Customer, string By);
