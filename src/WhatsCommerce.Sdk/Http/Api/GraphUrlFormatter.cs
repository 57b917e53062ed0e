using System.Globalization;
using System.Reflection;
using Refit;

namespace WhatsCommerce.Http;

/// <summary>Writes values into paths and parameters: texts and numbers as they are, truth as Meta spells it, and ids only if they are ids.</summary>
internal sealed class GraphUrlFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => GraphPath.Check(value).ToString(),
    };
}
