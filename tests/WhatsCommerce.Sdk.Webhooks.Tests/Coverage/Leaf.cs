using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests.Coverage;

/// <summary>A value of a JSON text that holds no others, and the way to put another one in its place.</summary>
internal sealed record Leaf(JsonNode Parent, string? Member, int Index, JsonNode? Value)
{
    public JsonValueKind Kind => Value?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>The name of the member, of the array if it stands in one.</summary>
    public string Name => Member ?? NameOf(Parent) ?? "";

    /// <summary>The name of the member that holds the object of this one, past an array in between.</summary>
    public string? ParentName => NameOf(Parent);

    /// <summary>The text of a string.</summary>
    public string? Text => Kind == JsonValueKind.String ? Value!.GetValue<string>() : null;

    public string Path => Parent.GetPath() + (Member is null ? $"[{Index}]" : $".{Member}");

    public static IEnumerable<Leaf> AllOf(JsonNode node) => node switch
    {
        JsonObject members => members.ToArray().SelectMany(member => Of(new Leaf(members, member.Key, -1, member.Value))),
        JsonArray items => items.ToArray().SelectMany((item, index) => Of(new Leaf(items, null, index, item))),
        _ => [],
    };

    /// <summary>Puts another value of the same kind here.</summary>
    public void Change() => Set(Kind switch
    {
        JsonValueKind.True or JsonValueKind.False => !Value!.GetValue<bool>(),
        JsonValueKind.Number => JsonNode.Parse(Changed(Value!.ToJsonString())),
        JsonValueKind.Null => "now there is one",
        _ => Changed(Text!),
    });

    public void Set(JsonNode? value)
    {
        if (Member is null)
        {
            Parent[Index] = value;
        }
        else
        {
            Parent[Member] = value;
        }
    }

    /// <summary>Puts back what was here.</summary>
    public void Restore() => Set(Value);

    /// <summary>
    /// Another text of the same kind: digits stay digits and never become zero, words stay words, JSON in a string stays JSON. That way a
    /// time stays a time and a quantity a quantity.
    /// </summary>
    internal static string Changed(string text)
    {
        if (bool.TryParse(text, out bool truth))
        {
            return truth ? "false" : "true";
        }

        if (text is ['{', .. var members, '}'])
        {
            return string.IsNullOrWhiteSpace(members) ? """{"changed":true}""" : $$"""{"changed":true,{{members}}}""";
        }

        char[] changed = text.ToCharArray();
        int last = Array.FindLastIndex(changed, char.IsAsciiLetterOrDigit);
        if (last < 0)
        {
            return text + "x";
        }

        changed[last] = changed[last] switch
        {
            '9' => '8',
            'z' or 'Z' => (char)(changed[last] - 1),
            _ => (char)(changed[last] + 1),
        };
        return new(changed);
    }

    private static IEnumerable<Leaf> Of(Leaf leaf) => leaf.Value is JsonObject or JsonArray ? AllOf(leaf.Value) : [leaf];

    private static string? NameOf(JsonNode node)
    {
        JsonNode? holder = node.Parent is JsonArray ? node.Parent : node;
        return holder.Parent is JsonObject ? holder.GetPropertyName() : null;
    }
}
