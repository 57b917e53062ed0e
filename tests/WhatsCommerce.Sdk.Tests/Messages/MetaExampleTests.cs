using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Each kind of message, built with the fluent API, equals Meta's published examples of it.</summary>
public class MetaExampleTests
{
    // Everything in which Meta's examples are not requests as they would be sent: placeholders, and members left to their default.
    private static readonly Action<JsonObject>[] Normalisation =
    [
        json => json["recipient_type"] ??= "individual",
        json => json["type"] ??= "text",
        json => Replace(json, "to", value => value.Any(char.IsAsciiDigit) ? value : "+16505551234"),
        json => Replace(json, "catalog_id", value => value.All(char.IsAsciiDigit) ? value : "146265584024623"),
        json => Replace(json, "type", value => value == "<HEADER_TYPE>" ? "text" : value),
    ];

    public static TheoryData<string> Files => [.. SharedMaterial.JsonFiles("messages").Where(IsOfTheseKinds).DefaultIfEmpty("any.json")];

    [Theory, MemberData(nameof(Files))]
    public void ToJson_OfTheSameMessage_EqualsMetasExample(string file)
    {
        JsonObject example = JsonNode.Parse(SharedMaterial.ReadJson("messages", file).GetRawText())!.AsObject();
        Array.ForEach(Normalisation, rule => rule(example));

        OutboundMessage message = example["interactive"] is JsonObject interactive
            ? Interactive(interactive, (string)interactive["type"]!)
            : Text(example["text"]!.AsObject());
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
        return json.TryGetProperty("text", out _)
            || (json.TryGetProperty("interactive", out JsonElement interactive)
                && interactive.GetProperty("type").GetString() is "catalog_message" or "product" or "product_list");
    }

    private static TextMessage Text(JsonObject text) => Message.Text((string?)text["body"]).PreviewUrl((bool?)text["preview_url"]).Build();

    private static InteractiveMessage Interactive(JsonObject interactive, string type) => type switch
    {
        "catalog_message" => Catalog(interactive),
        "product" => Product(interactive),
        "product_list" => ProductList(interactive),
        _ => throw new InvalidOperationException($"No case for {type}."),
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

    private static void Replace(JsonNode? node, string name, Func<string, string> replace)
    {
        switch (node)
        {
            case JsonObject json:
                foreach ((string key, JsonNode? child) in json.ToList())
                {
                    if (key == name && child is JsonValue value && value.TryGetValue(out string? text))
                    {
                        json[key] = replace(text);
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
}
