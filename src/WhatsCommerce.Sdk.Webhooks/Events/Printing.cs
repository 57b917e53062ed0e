using System.Globalization;
using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>Writes the members of records for logs: only those that are there, so that a line stays readable.</summary>
internal static class Printing
{
    public static StringBuilder Member(this StringBuilder builder, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return builder;
        }

        // A record opens with "Name { "; what follows that needs no comma.
        if (builder is { Length: > 1 } && builder[^1] == ' ' && builder[^2] == '{')
        {
            return builder.Append(name).Append(" = ").Append(value);
        }

        return builder.Append(builder.Length > 0 ? ", " : "").Append(name).Append(" = ").Append(value);
    }

    public static StringBuilder Member(this StringBuilder builder, string name, int? value) =>
        builder.Member(name, value?.ToString(CultureInfo.InvariantCulture));

    public static StringBuilder Member(this StringBuilder builder, string name, DateTimeOffset? value) =>
        builder.Member(name, value?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    /// <summary>The codes alone: the texts may name the customer.</summary>
    public static StringBuilder Errors(this StringBuilder builder, IReadOnlyList<GraphError> errors)
    {
        foreach (GraphError error in errors)
        {
            builder.Member("Error", error.Code);
        }

        return builder;
    }
}
