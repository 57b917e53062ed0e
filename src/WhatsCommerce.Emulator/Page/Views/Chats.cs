using System.Text.Json;

namespace WhatsCommerce.Emulator;

internal sealed record ChatJson(long Revision, bool IsTyping, IReadOnlyList<EntryJson> Entries)
{
    // More than a person scrolls through; older messages are not shown to a phone that reconnects.
    private const int Most = 300;

    public static ChatJson Of(CloudApiEmulator cloud, EmulatedCustomer customer, long since)
    {
        (IReadOnlyList<ChatEntry> entries, long revision) = customer.ChatSince(since);
        return new(revision, customer.IsBusinessTyping, [.. entries.TakeLast(Most).Select(entry => EntryJson.Of(cloud, entry))]);
    }
}

internal sealed record EntryJson(
    string Id,
    long Revision,
    DateTimeOffset At,
    string Author,
    string Kind,
    JsonElement Json,
    string? Text,
    IReadOnlyList<string> Products,
    IReadOnlyList<string> Statuses,
    string? RepliesTo,
    string? ForwardedBy,
    JsonElement? Template,
    string? Payment)
{
    public static EntryJson Of(CloudApiEmulator cloud, ChatEntry entry) => new(
        entry.Id.Value!,
        entry.Revision,
        entry.At,
        CustomerJson.Author(entry),
        entry.Kind,
        entry.Json,
        entry.Text,
        [.. entry.Products.Select(product => product.Value!)],
        entry.Statuses,
        entry.RepliesTo.Value,
        (entry as ForwardedMessage)?.By.Name,
        entry.Kind == "template" ? DefinitionOf(cloud, entry.Json) : null,
        entry.Kind == "interactive.order_details" ? PaymentOf(cloud, entry.Json) : null);

    private static string? PaymentOf(CloudApiEmulator cloud, JsonElement message) =>
        message.GetProperty("interactive").GetProperty("action").GetProperty("parameters")
            .TryGetProperty("reference_id", out JsonElement id)
            ? cloud.Payments.StatusOf(id.ToString())
            : null;

    private static JsonElement? DefinitionOf(CloudApiEmulator cloud, JsonElement message)
    {
        JsonElement template = message.GetProperty("template");
        string name = template.GetProperty("name").ToString();
        string language = template.GetProperty("language").GetProperty("code").ToString();
        return cloud.Templates.Find(name, language)?.Components;
    }
}

/// <summary>An action of a customer in a chat; which members are used depends on the type.</summary>
internal sealed record ActionJson(
    string Type,
    string? Text = null,
    string? ReplyTo = null,
    string? About = null,
    string? MessageId = null,
    string? Emoji = null,
    string? Button = null,
    string? Row = null,
    decimal Latitude = 0,
    decimal Longitude = 0,
    string? Name = null,
    string? Address = null,
    string? Data = null,
    string? MimeType = null,
    string? Caption = null,
    JsonElement? Response = null,
    string? To = null,
    bool IsPermanent = false,
    bool Succeeds = true);
