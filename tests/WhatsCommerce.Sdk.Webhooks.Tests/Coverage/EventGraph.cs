using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Coverage;

/// <summary>
/// Everything that the public properties of a notification say, found by reflection: what is typed, and beside it what was only kept.
/// </summary>
/// <param name="Typed">Each typed value with its path; neither raw bytes nor additional properties.</param>
/// <param name="Kept">All additional properties, of whichever record.</param>
internal sealed record EventGraph(string Typed, string Kept)
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The typed values one by one.</summary>
    public string[] Lines => Typed.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static EventGraph Of(WebhookNotification notification)
    {
        var walk = new Walk();
        walk.Visit(nameof(notification), notification);
        return new(walk.Typed.ToString(), walk.Kept.ToString());
    }

    /// <summary>The readable properties of a type that say something of their own.</summary>
    internal static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property =>
            property.GetIndexParameters().Length == 0 && property.Name != nameof(WebhookEvent.RawJson)),
    ]);

    private sealed class Walk
    {
        public StringBuilder Typed { get; } = new();

        public StringBuilder Kept { get; } = new();

        public void Visit(string path, object? value)
        {
            switch (value)
            {
                case null:
                    break;
                case AdditionalProperties kept:
                    foreach ((string name, JsonElement element) in kept)
                    {
                        Kept.Append(path).Append(' ').Append(name).Append(" = ").AppendLine(element.GetRawText());
                    }

                    break;
                case JsonElement { ValueKind: JsonValueKind.Object } element:
                    foreach (JsonProperty member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                    {
                        Visit($"{path}.{member.Name}", member.Value);
                    }

                    break;
                case JsonElement { ValueKind: JsonValueKind.Array } element:
                    Visit(path, element.EnumerateArray().ToArray());
                    break;
                case string or bool or Enum or JsonElement:
                    Add(path, value.ToString());
                    break;
                case IFormattable plain when value.GetType().Namespace == nameof(System):
                    Add(path, plain.ToString(value is DateTimeOffset or DateTime ? "O" : null, CultureInfo.InvariantCulture));
                    break;
                case IEnumerable<KeyValuePair<string, string>> entries:
                    foreach ((string key, string entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    {
                        Visit($"{path}.{key}", entry);
                    }

                    break;
                case IEnumerable items:
                    int index = 0;
                    foreach (object? item in items)
                    {
                        Visit($"{path}[{index++}]", item);
                    }

                    break;
                default:
                    Add(path, value.GetType().Name);
                    foreach (PropertyInfo property in PropertiesOf(value.GetType()))
                    {
                        Visit($"{path}.{property.Name}", property.GetValue(value));
                    }

                    break;
            }
        }

        private void Add(string path, string? text) => Typed.Append(path).Append(" = ").Append(text?.ReplaceLineEndings(" ")).Append('\n');
    }
}
