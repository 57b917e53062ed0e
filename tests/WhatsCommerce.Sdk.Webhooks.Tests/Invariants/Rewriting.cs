using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>Ways to write a body otherwise that must not matter to who reads it.</summary>
internal static class Rewriting
{
    /// <summary>Puts the members of each object into another order.</summary>
    public static void Permute(JsonNode body, Choices choices)
    {
        foreach (JsonObject members in ObjectsOf(body))
        {
            KeyValuePair<string, JsonNode?>[] pairs = [.. members];
            for (int i = pairs.Length - 1; i > 0; i--)
            {
                int other = i - choices.Next(i + 1);
                (pairs[i], pairs[other]) = (pairs[other], pairs[i]);
            }

            members.Clear();
            foreach ((string name, JsonNode? value) in pairs)
            {
                members.Add(name, value);
            }
        }
    }

    /// <summary>Writes numbers and truth values as strings, and strings of digits as numbers.</summary>
    public static void Requote(JsonNode body, Choices choices)
    {
        foreach (Leaf leaf in Leaf.AllOf(body).ToArray())
        {
            if (choices.Flip)
            {
                Requote(leaf);
            }
        }
    }

    /// <summary>Adds members that nobody knows, here and there.</summary>
    /// <returns>A text in each of them that stands nowhere else.</returns>
    public static List<string> AddMembers(JsonNode body, Choices choices)
    {
        List<string> marks = [];
        foreach (JsonObject members in ObjectsOf(body))
        {
            if (choices.Flip)
            {
                string mark = string.Create(CultureInfo.InvariantCulture, $"mark {marks.Count}.");
                marks.Add(mark);
                members.Insert(choices.Next(
                    members.Count + 1), string.Create(CultureInfo.InvariantCulture, $"extra_{marks.Count}"), choices.Next(4) switch
                {
                    0 => mark,
                    1 => new JsonArray(mark),
                    2 => new JsonObject { ["id"] = mark },
                    _ => new JsonArray(7, null, new JsonObject { ["text"] = new JsonObject { ["body"] = mark } }),
                });
            }
        }

        return marks;
    }

    /// <summary>Every object in the body, outer ones first.</summary>
    public static List<JsonObject> ObjectsOf(JsonNode? node) => node switch
    {
        JsonObject members => [members, .. members.SelectMany(member => ObjectsOf(member.Value))],
        JsonArray items => [.. items.SelectMany(ObjectsOf)],
        _ => [],
    };

    private static void Requote(Leaf leaf)
    {
        if (leaf.Kind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            leaf.Set(leaf.Value!.ToJsonString());
        }
        else if (leaf.Text is { Length: > 0 and < 18 } text && text.All(char.IsAsciiDigit) && (text[0] != '0' || text.Length == 1))
        {
            leaf.Set(JsonNode.Parse(text));
        }
    }
}
