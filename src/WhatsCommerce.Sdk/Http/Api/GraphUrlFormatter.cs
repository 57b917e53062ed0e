using System.Reflection;

namespace WhatsCommerce.Http;

/// <summary>Formats values in paths and queries: booleans in lower case, and ids only if they are well-formed.</summary>
internal sealed class GraphUrlFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => GraphPath.Check(value).ToString(),
    };
}
