using System.Text.Json.Serialization;

namespace WhatsCommerce.Testing;

/// <summary>A customer, as the file has one.</summary>
internal sealed record SavedCustomer(
    string UserId,
    string Name,
    bool IsNamed,
    bool ReadsAutomatically,
    bool HidesPhoneNumber,
    [property: JsonConverter(typeof(JsonStringEnumConverter<CustomerPlatform>))] CustomerPlatform Platform,
    Version AppVersion,
    IReadOnlyList<SavedDevice> Devices,
    IReadOnlyList<SavedChatEntry> Chat)
{
    public string? Phone { get; init; }
    public DateTimeOffset? LastWrote { get; init; }

    /// <summary>The role of another one who answers; empty when nobody does, absent when the app does.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the business may call, by number; absent when nothing is to be told.</summary>
    public IReadOnlyList<SavedCallPair>? Calls { get; init; }
}

/// <summary>The call permissions and the call history of a number and a customer. An active call ends with the process.</summary>
internal sealed record SavedCallPair(
    string Number,
    [property: JsonConverter(typeof(JsonStringEnumConverter<EmulatedCallPermission>))] EmulatedCallPermission Permission,
    IReadOnlyList<DateTimeOffset> Requests,
    IReadOnlyList<DateTimeOffset> Connected,
    int Unanswered)
{
    public DateTimeOffset? ExpiresAt { get; init; }
}

internal sealed record SavedDevice(string Name, IReadOnlyList<SavedCartLine> Cart);
internal sealed record SavedCartLine(string RetailerId, string Title, int Quantity, decimal Price, string Currency);

/// <summary>An entry of a chat.</summary>
/// <param name="Type">received, sent, forwarded or notice.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was sent.</param>
internal sealed record SavedChatEntry(string Type, string Id, DateTimeOffset At)
{
    public string? Text { get; init; }
    public JsonElement? Json { get; init; }
    public IReadOnlyList<string>? Statuses { get; init; }

    // Of a message of the business.
    public string? Kind { get; init; }

    public string? Number { get; init; }
    public string? RepliesTo { get; init; }
    public string? CallbackData { get; init; }
    public IReadOnlyList<string>? Products { get; init; }

    // Of one that is passed on.
    public string? OriginalId { get; init; }

    public string? By { get; init; }
}
