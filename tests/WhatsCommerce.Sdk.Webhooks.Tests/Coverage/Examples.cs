using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Invariants;

namespace WhatsCommerce.Tests.Coverage;

/// <summary>Meta's own examples, each as the body of a whole delivery with placeholders filled in.</summary>
/// <param name="Body">The body.</param>
/// <param name="Documented">The part of it that Meta's page shows: all of it, or the fragment in its envelope.</param>
internal sealed record Examples(JsonNode Body, JsonNode Documented)
{
    /// <summary>
    /// What a placeholder becomes, by the name of its member: a text that says nothing where only a number or a truth value can stand.
    /// </summary>
    /// <remarks>All other placeholders stand where any text may stand, and remain.</remarks>
    private static readonly (Func<string, string?, bool> IsAt, string Sentinel)[] Sentinels =
    [
        ((name, _) => name == "time" || name.EndsWith("timestamp", StringComparison.Ordinal), "1762426800"),
        ((name, parent) => name == "code" && parent == "errors", "131026"),
        ((name, _) => name == "billable", "true"),
    ];

    /// <summary>The examples by folder and file.</summary>
    public static IEnumerable<string> Names =>
        from folder in (string[])["webhooks", "webhook-fragments"]
        from file in SharedMaterial.JsonFiles(folder)
        select $"{folder}/{file}";

    /// <summary>Loads one of them, or one of our own samples.</summary>
    public static Examples Load(string name)
    {
        if (!name.EndsWith(".json", StringComparison.Ordinal))
        {
            JsonNode sample = Samples.Load(name);
            return new(sample, sample);
        }

        string[] path = name.Split('/');
        JsonNode node = JsonNode.Parse(File.ReadAllBytes(SharedMaterial.Require("corpus", path[0], path[1])))!;
        FillIn(node);
        return path[0] == "webhooks" ? new(node, node) : Wrap(node, path[1].Split("fragment-")[1].Split("--")[0]);
    }

    private static Examples Wrap(JsonNode fragment, string kind)
    {
        JsonNode body = kind switch
        {
            "status" => Delivery(Value("statuses", new JsonArray(fragment)), "messages"),
            "message" => Delivery(Value("messages", new JsonArray(fragment)), "messages"),
            "value" => Delivery(fragment, fragment["history"] is null ? "messages" : "history"),
            "change" => Delivery(fragment),
            _ => PutFieldInItsPlace(fragment),
        };
        return new(body, fragment);
    }

    /// <summary>
    /// Meta's page on <c>account_update</c> closes a bracket too early or too late in some examples, so that <c>field</c> and <c>object</c>
    /// stand in the entry or in the value.
    /// </summary>
    private static JsonNode PutFieldInItsPlace(JsonNode body)
    {
        JsonObject entry = body["entry"]![0]!.AsObject();
        JsonObject change = entry["changes"]![0]!.AsObject();
        foreach (JsonObject where in (JsonObject[])[entry, change["value"]!.AsObject()])
        {
            foreach ((string name, JsonObject place) in ((string, JsonObject)[])[("field", change), ("object", body.AsObject())])
            {
                if (where.Remove(name, out JsonNode? member))
                {
                    place.Add(name, member);
                }
            }
        }

        return body;
    }

    private static JsonObject Value(string name, JsonNode items) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["metadata"] = JsonNode.Parse(Bodies.Metadata),
        [name] = items,
    };

    private static JsonObject Delivery(JsonNode value, string field) => Delivery(new JsonObject { ["value"] = value, ["field"] = field });

    private static JsonObject Delivery(JsonNode change) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject { ["id"] = "427019853661240", ["changes"] = new JsonArray(change) }),
    };

    private static void FillIn(JsonNode node)
    {
        foreach (Leaf leaf in Leaf.AllOf(node).Where(leaf => leaf.Kind == JsonValueKind.String))
        {
            if (!decimal.TryParse(leaf.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
                && Array.Find(Sentinels, rule => rule.IsAt(leaf.Name, leaf.ParentName)) is { Sentinel: { } sentinel })
            {
                leaf.Set(sentinel);
            }
        }
    }
}
