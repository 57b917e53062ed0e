using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>Everything that an event says by its public properties, whatever its type, so that new ones need no line here.</summary>
internal static partial class TypedDump
{
    public static string Of(WebhookEvent e)
    {
        StringBuilder text = new();
        Write(text, e.GetType().Name, e, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, object? value, int depth)
    {
        text.Append(' ', 2 * depth).Append(name).Append(": ");
        switch (value)
        {
            case null:
                text.AppendLine("null");
                return;
            case MalformedEvent or WebhookEvent or not (string or IFormattable or IEnumerable) when value.GetType().IsClass:
                text.AppendLine();
                foreach (PropertyInfo property in PropertiesOf(value))
                {
                    object? member = property.GetValue(value);
                    Write(text, property.Name, property.Name == nameof(MalformedEvent.Path)
                        ? Indexes().Replace((string)member!, match => match.Length == 0 ? "entry[0]." : "[0]")
                        : member, depth + 1);
                }

                return;
            case AdditionalProperties properties:
                text.AppendLine();
                foreach ((string key, System.Text.Json.JsonElement json) in properties)
                {
                    Write(text, key, json.GetRawText(), depth + 1);
                }

                return;
            case ReadOnlyMemory<byte> bytes:
                text.AppendLine(Encoding.UTF8.GetString(bytes.Span));
                return;
            case string or DateTimeOffset or IFormattable:
                text.AppendLine(Convert.ToString(value is DateTimeOffset time ? time.ToString("O") : value, CultureInfo.InvariantCulture));
                return;
            case IEnumerable items:
                text.AppendLine();
                foreach (object item in items)
                {
                    Write(text, "-", item, depth + 1);
                }

                return;
            default:
                // An id, an open value, an amount: a struct that prints itself.
                text.AppendLine(value.ToString());
                return;
        }
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    // The place in the delivery is another one, of course: the first, and in an envelope. Further in it is the same.
    [GeneratedRegex(
        @"^(?=changes)|(?<=^entry|^entry\[\d+\]\.changes|^changes|(^|value\.)(messages|statuses))\[\d+\]",
        RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex Indexes();
}
