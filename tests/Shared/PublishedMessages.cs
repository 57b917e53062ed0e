using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests;

/// <summary>
/// The messages that Meta publishes as examples, ready to be posted. What is put in place of their placeholders stands here and nowhere
/// else.
/// </summary>
internal static class PublishedMessages
{
    /// <summary>Examples that break a rule of the pages which print them; all of them are answered with 131009.</summary>
    public static IReadOnlyDictionary<string, string> Refused { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["027"] = "a carousel has at least two cards, and the example shows the form of one",
        ["029"] = "an order is open for at least 300 seconds, and the example expired in 2024",
        ["102"] = "a carousel has at least two cards, and the example shows the form of one",
        ["119"] = "a flow is named by flow_id or by flow_name, and the example shows the forms of both",
        ["216"] = "a carousel has at least two cards, and the example shows the form of one",
        ["232"] = "an offer ends in the future, and the example's ended in 1970",
        ["285"] = "media is named by id or by link, and the example shows the forms of both",
    };

    /// <summary>The names of their files; empty where they are absent.</summary>
    public static string[] Files => [.. SharedMaterial.JsonFiles("messages")];

    /// <summary>Whether an example breaks a rule of the page that prints it.</summary>
    public static bool IsRefused(string file) => Refused.ContainsKey(file[..3]);

    /// <summary>The edge of the business number that an example is posted to.</summary>
    public static string EdgeOf(string file) =>
        file.Contains("marketing-messages", StringComparison.Ordinal) ? "marketing_messages" : "messages";

    /// <summary>Reads an example; skips the running test when it is absent.</summary>
    public static JsonObject Read(string file)
    {
        JsonObject message = JsonNode.Parse(SharedMaterial.ReadJson("messages", file).GetRawText())!.AsObject();
        Normalize(message);
        return message;
    }

    /// <summary>The products that an example shows.</summary>
    public static IEnumerable<string> ProductsOf(JsonObject message) =>
        ValuesOf(message, "product_retailer_id")
            .Concat(ValuesOf(message, "thumbnail_product_retailer_id"))
            .Distinct(StringComparer.Ordinal);

    private static void Normalize(JsonObject message)
    {
        // Pages on payments leave it out, and the endpoint does not do without it.
        message.TryAdd("messaging_product", "whatsapp");
        if ((string?)message["recipient_type"] != "group"
            && (string?)message["to"] is { } to
            && !to.All(c => char.IsAsciiDigit(c) || c == '+'))
        {
            message["to"] = "+16505551234";
        }

        Fill(message);
    }

    private static void Fill(JsonNode? node)
    {
        if (node is JsonObject json)
        {
            foreach ((string name, JsonNode? value) in json.ToArray())
            {
                if (value is JsonValue scalar && scalar.TryGetValue(out string? text) && Filled(name, text) is { } filled)
                {
                    json[name] = filled;
                }
                else if (name == "<MESSAGE_HEADER_FORMAT>")
                {
                    json.Remove(name);
                    json["image"] = value;
                }
                else
                {
                    Fill(value);
                }
            }
        }

        foreach (JsonNode? item in node as JsonArray ?? [])
        {
            Fill(item);
        }
    }

    /// <summary>What stands in place of a placeholder; null where the example has a value of its own.</summary>
    private static JsonNode? Filled(string member, string text) => (member, text) switch
    {
        ("type", "<HEADER_TYPE>" or "<TYPE>") => "text",
        ("type", "<MESSAGE_HEADER_FORMAT>") => "image",
        ("type", "<PIN_OPERATION>") => "pin",
        ("expiration_days", "<EXPIRATION>") => 7,
        ("birthday", "YEAR_MONTH_DAY") => "1999-01-23",
        ("emoji", "<EMOJI>") => "😀",
        ("country", "<COUNTRY_ISO_CODE>") => "IN",
        ("parameters", "JSON Payload") => new JsonObject { ["country"] = "IN" },
        ("latitude", "<LOCATION_LATITUDE>") => "37.44",
        ("longitude", "<LOCATION_LONGITUDE>") => "-122.16",
        ("reference_id", "<UNIQUE_REFERENCE_ID>") => "reference-id",
        ("status", "processing | partially_shipped | shipped | completed | canceled") => "processing",
        ("link", _) when text.Contains("http(s)", StringComparison.Ordinal) => "https://shop.example/apples.jpg",
        _ => null,
    };

    /// <summary>The texts of all members of a name, however deep.</summary>
    public static IEnumerable<string> ValuesOf(JsonNode? node, string name) => node switch
    {
        JsonObject json => json.SelectMany(member => member.Key == name && member.Value?.GetValueKind() is JsonValueKind.String
            ? [member.Value.GetValue<string>()]
            : ValuesOf(member.Value, name)),
        JsonArray array => array.SelectMany(item => ValuesOf(item, name)),
        _ => [],
    };
}
