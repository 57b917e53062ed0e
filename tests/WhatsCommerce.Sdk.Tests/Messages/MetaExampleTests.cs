using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Each kind of message, built with the fluent API, equals Meta's published examples of it.</summary>
public partial class MetaExampleTests
{
    // Everything in which Meta's examples are not requests as they would be sent: placeholders, and members left to their default.
    private static readonly Action<JsonObject>[] Normalisation =
    [
        json => json["messaging_product"] ??= "whatsapp",
        json => json["recipient_type"] ??= "individual",
        json => json["type"] ??= json.ContainsKey("interactive") ? "interactive" : "text",
        json => Replace(
            json, "to", value => value.Any(char.IsAsciiDigit) && !value.Contains("xxx", StringComparison.Ordinal) ? value : "+16505551234"),
        json => Replace(json, "catalog_id", value => value.All(char.IsAsciiDigit) ? value : "146265584024623"),
        json =>
            Replace(json, "type", value => value switch { "<HEADER_TYPE>" or "<TYPE>" => "text", "<PIN_OPERATION>" => "pin", _ => value }),
        json => Replace(json, "link", value => value.StartsWith("https://", StringComparison.Ordinal)
            || value.StartsWith("upi://", StringComparison.Ordinal)
            ? value
            : "https://example.com/file"),
        json => Replace(json, "flow_id", value => value.All(char.IsAsciiDigit) ? value : "1"),
        json => Replace(json, "country", value => value == "<COUNTRY_ISO_CODE>" ? "IN" : value),
        json => Replace(json, "parameters", value => value == "JSON Payload" ? new JsonObject { ["country"] = "IN" } : value),
        json => Replace(json, "birthday", value => value == "YEAR_MONTH_DAY" ? "2000-01-31" : value),
        json => Replace(json, "emoji", value => value == "<EMOJI>" ? "😀" : value),
        json => Replace(json, "latitude", value => value.StartsWith('<') ? 1.5 : JsonNode.Parse(value)),
        json => Replace(json, "longitude", value => value.StartsWith('<') ? 1.5 : JsonNode.Parse(value)),
        json => Replace(json, "expiration_days", value => value.StartsWith('<') ? 7 : value),

        // An empty member says what an absent one says.
        json => Replace(json, "building_name", value => value.Length == 0 ? null : value),

        // Places that show two ways at once of which one may be taken: a file by id or by link, a flow by id or by name.
        json => DropBeside(json, "link", "id"),
        json => DropBeside(json, "flow_id", "flow_name"),

        // Placeholders of orders and templates.
        json => Replace(json, "reference_id", value => value.StartsWith('<') ? "reference-id" : value),
        json => Replace(json, "timestamp", value => value == "utc_timestamp_in_seconds" ? "1726627150" : value),
        json => Replace(json, "status", value => value.Contains('|', StringComparison.Ordinal) ? "processing" : value),
        json => Replace(json["template"]?["language"], "code", value => value is "en" or "en_US" ? value : "en_US"),
        json => ReplaceTemplateName(json["template"]),
        json => ForEachObject(json, ReplaceHeaderFormat),

        // Pages of syntax print one card, where two are the least.
        json => ForEachObject(json, SecondCard),

        // Sums that do not add up, and what the on-premises API knew beside the link of a picture.
        json => ForEachObject(json, AddUp),
        json => ForEachObject(json, image => image.Remove("provider")),

        // The only policy that a language can have.
        json => (json["template"]?["language"] as JsonObject)?.Remove("policy"),

        // Buttons of templates: an index as a number, as a string, or left out for the first; both cases of one sub_type; a payload as a
        // text.
        json => ForEachObject(json, Button),
    ];

    public static TheoryData<string> Files => [.. SharedMaterial.JsonFiles("messages").Where(IsOfTheseKinds).DefaultIfEmpty("any.json")];

    [Theory, MemberData(nameof(Files))]
    public void ToJson_OfTheSameMessage_EqualsMetasExample(string file)
    {
        JsonObject example = JsonNode.Parse(SharedMaterial.ReadJson("messages", file).GetRawText())!.AsObject();
        Array.ForEach(Normalisation, rule => rule(example));

        OutboundMessage message = Build(example);
        string to = (string)example["to"]!;
        byte[] json = message.ToJson(
            (string)example["recipient_type"]! == "group" ? Recipient.Group(to) : to,
            new SendOptions
            {
                ReplyTo = (string?)example["context"]?["message_id"],
                RecipientIdentityKeyHash = (string?)example["recipient_identity_key_hash"],
            });

        Assert.True(JsonNode.DeepEquals(example, JsonNode.Parse(json)), $"Meta's:\n{example}\nBuilt:\n{JsonNode.Parse(json)}");
    }

    private static bool IsOfTheseKinds(string file)
    {
        JsonElement json = SharedMaterial.ReadJson("messages", file);
        if (json.TryGetProperty("interactive", out JsonElement interactive))
        {
            return interactive.GetProperty("type").GetString() is "catalog_message" or "product" or "product_list"
                || IsConversation(interactive);
        }

        return json.TryGetProperty("to", out _) && !json.TryGetProperty("template", out _);
    }

    private static OutboundMessage Build(JsonObject example) => example["interactive"] is JsonObject interactive
        ? Interactive(interactive, (string)interactive["type"]!)
        : Conversation(example, (string)example["type"]!);

    private static TextMessage Text(JsonObject text) => Message.Text((string?)text["body"]).PreviewUrl((bool?)text["preview_url"]).Build();

    private static InteractiveMessage Interactive(JsonObject interactive, string type) => type switch
    {
        "catalog_message" => Catalog(interactive),
        "product" => Product(interactive),
        "product_list" => ProductList(interactive),
        _ => InteractiveConversation(interactive, type),
    };

    private static CatalogMessage Catalog(JsonObject interactive)
    {
        CatalogMessageBuilder builder = Message.Catalog().Body(TextOf(interactive, "body")).Footer(TextOf(interactive, "footer"));
        return (string?)interactive["action"]!["parameters"]?["thumbnail_product_retailer_id"] is string thumbnail
            ? builder.Thumbnail(thumbnail).Build()
            : builder.Build();
    }

    private static ProductMessage Product(JsonObject interactive) => Message
        .Product((string?)interactive["action"]!["catalog_id"], (string?)interactive["action"]!["product_retailer_id"])
        .Body(TextOf(interactive, "body"))
        .Footer(TextOf(interactive, "footer"))
        .Build();

    private static ProductListMessage ProductList(JsonObject interactive)
    {
        ProductListMessageBuilder builder = Message.ProductList((string?)interactive["action"]!["catalog_id"])
            .Header(TextOf(interactive, "header")).Body(TextOf(interactive, "body")).Footer(TextOf(interactive, "footer"));
        foreach (JsonNode? section in interactive["action"]!["sections"]!.AsArray())
        {
            builder.Section(
                (string?)section!["title"],
                section["product_items"]!.AsArray().Select(item => new RetailerId((string?)item!["product_retailer_id"])));
        }

        return builder.Build();
    }

    private static string? TextOf(JsonObject interactive, string part) => (string?)interactive[part]?["text"];

    // What is replaced by null is left out.
    private static void Replace(JsonNode? node, string name, Func<string, JsonNode?> replace)
    {
        switch (node)
        {
            case JsonObject json:
                foreach ((string key, JsonNode? child) in json.ToList())
                {
                    if (key == name && child is JsonValue value && value.TryGetValue(out string? text))
                    {
                        json[key] = replace(text);
                        if (json[key] is null)
                        {
                            json.Remove(key);
                        }
                    }
                    else
                    {
                        Replace(child, name, replace);
                    }
                }

                break;
            case JsonArray array:
                foreach (JsonNode? child in array)
                {
                    Replace(child, name, replace);
                }

                break;
        }
    }

    private static void DropBeside(JsonNode? node, string name, string other)
    {
        if (node is JsonObject json)
        {
            if (json.ContainsKey(other))
            {
                json.Remove(name);
            }

            foreach ((_, JsonNode? child) in json)
            {
                DropBeside(child, name, other);
            }
        }
    }
}
