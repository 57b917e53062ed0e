using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>The XML documentation that is packed with an assembly, as Markdown.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Members = new();

    /// <summary>The summary of a field such as <c>MessageLimits.TextBody</c>, a property or a type.</summary>
    public static string SummaryOf(MemberInfo documented)
    {
        Type type = documented as Type ?? documented.DeclaringType!;
        string id = documented switch
        {
            Type => $"T:{type.FullName}",
            PropertyInfo => $"P:{type.FullName}.{documented.Name}",
            _ => $"F:{type.FullName}.{documented.Name}",
        };
        Dictionary<string, XElement> members = Members.GetOrAdd(type.Assembly, static assembly =>
            XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
                .Descendants("member")
                .ToDictionary(member => (string)member.Attribute("name")!));
        Assert.True(members.TryGetValue(id, out XElement? member), $"{id} has no documentation.");
        return Spaces()
            .Replace(string.Concat(member.Element("summary")!.Nodes().Select(Markdown)), " ")
            .Trim()
            .Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see =>
            $"`{((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword"))!.Split('.', ':')[^1]}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Spaces();
}
