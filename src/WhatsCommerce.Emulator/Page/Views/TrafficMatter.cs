using System.Text.Json;

namespace WhatsCommerce.Emulator;

/// <summary>The subject of a request or webhook, read from its JSON.</summary>
/// <param name="Subject">The kind of a message that a request sends; <see langword="null"/> for anything else.</param>
/// <param name="Customer">The name of the customer, if it concerns only one.</param>
/// <param name="Message">The message that the request sent, or whose statuses the webhook contains.</param>
/// <param name="Code">The code of the first error in the webhook.</param>
/// <param name="Error">The text of that error.</param>
internal sealed record TrafficMatter(string? Subject, string? Customer, string? Message, int? Code, string? Error)
{
    // Larger bodies are not parsed: the page reads them again on each change, and a webhook with hundreds of updates has no single
    // customer.
    private const int MostBytes = 64 * 1024;

    private static readonly TrafficMatter Nothing = new(null, null, null, null, null);

    public static TrafficMatter Of(CloudApiEmulator cloud, RecordedRequest request)
    {
        if (request.Method != "POST"
            || !request.Path.EndsWith("/messages", StringComparison.Ordinal)
            || request.Json is not { ValueKind: JsonValueKind.Object } json)
        {
            return Nothing;
        }

        if (json.TryGetProperty("status", out _))
        {
            return Nothing with { Subject = "mark as read" };
        }

        string? address = Text(json, "to") ?? Text(json, "recipient");
        string? id = Items(request.Response, "messages").Select(message => Text(message, "id")).FirstOrDefault();
        return Nothing with { Subject = SubjectOf(json), Customer = NameOf(cloud, address), Message = id };
    }

    public static TrafficMatter Of(CloudApiEmulator cloud, RecordedDelivery delivery)
    {
        ReadOnlyMemory<byte> body = delivery.Body;
        if (body.Length > MostBytes)
        {
            return Nothing;
        }

        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement[] values =
        [
            .. Items(document.RootElement, "entry").SelectMany(entry => Items(entry, "changes"))
                .Select(change => change.TryGetProperty("value", out JsonElement value) ? value : default),
        ];
        JsonElement[] statuses = [.. values.SelectMany(value => Items(value, "statuses"))];
        JsonElement error = values.Concat(statuses).SelectMany(each => Items(each, "errors")).FirstOrDefault();
        bool isAboutStatusesAlone = values.All(value => Items(value, "statuses").Any());
        return new(
            null,
            OnlyOne(values.SelectMany(value => Items(value, "contacts")).Select(contact => Text(contact, "profile", "name")))
                ?? NameOf(cloud, OnlyOne(statuses.Select(RecipientOf))),
            isAboutStatusesAlone ? OnlyOne(statuses.Select(status => Text(status, "id"))) : null,
            CodeOf(error),
            Text(error, "error_data", "details") ?? Text(error, "title") ?? Text(error, "message"));
    }

    // A failed status contains no contact, so its recipient is used.
    private static string? RecipientOf(JsonElement status) => Text(status, "recipient_id") ?? Text(status, "recipient_user_id");

    private static int? CodeOf(JsonElement error) =>
        error.ValueKind is JsonValueKind.Object
        && error.TryGetProperty("code", out JsonElement code)
        && code.ValueKind is JsonValueKind.Number
        && code.TryGetInt32(out int number)
            ? number
            : null;

    // Nothing is shown for a request with invalid JSON, because its result explains the error.
    private static string? SubjectOf(JsonElement json)
    {
        string? type = Text(json, "type");
        string? more = type switch
        {
            "interactive" => Text(json, "interactive", "type"),
            "template" => Text(json, "template", "name"),
            _ => null,
        };
        string subject = more is null ? type ?? "" : $"{type} {more}";
        return subject.Length is 0 or > 100 ? null : subject;
    }

    private static string? NameOf(CloudApiEmulator cloud, string? address)
    {
        string bare = address?.TrimStart('+') ?? "";
        return bare.Length == 0 ? null : cloud.Customers.FirstOrDefault(customer =>
            customer.UserId.Value == bare
            || (customer.PhoneNumber.HasValue && customer.PhoneNumber.E164.AsSpan().TrimStart('+').SequenceEqual(bare)))?.Name;
    }

    private static string? OnlyOne(IEnumerable<string?> all) =>
        all.Distinct(StringComparer.Ordinal).Take(2).ToArray() is [{ } only] ? only : null;

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out JsonElement items)
            && items.ValueKind is JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (json.ValueKind is not JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        try
        {
            return json.ValueKind is JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON, but not valid text.
            return null;
        }
    }
}
