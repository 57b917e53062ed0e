using System.Reflection;
using System.Text.RegularExpressions;

namespace WhatsCommerce.Tests.Printing;

/// <summary>
/// What <c>ToString</c> of each public type shows when a member is set whose name sounds like a secret, a number or a text of somebody.
/// Whoever adds such a member marks it as <c>[Sensitive]</c>, or says here why a log may show it.
/// </summary>
public sealed partial class SensitiveMembers
{
    // Masks show the end of a number or id; this stands in the middle.
    private const string Hidden = "hidden";
    private const string Text = "wamid.000000000000-" + Hidden + "-000000000000";

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void ToString_MemberThatSoundsSensitive_HidesItsValue(Layer layer)
    {
        string[] shown =
        [
            .. from record in RecordsOf(layer)
               from property in Specimen.PropertiesOf(record)
               where SoundsSensitive().IsMatch(property.Name) && Shows(record, property)
               select $"{property.DeclaringType!.Name}.{property.Name}",
        ];

        AssertNone(shown.Except(MayBeShown.Members), "Mark these as [Sensitive], or give a reason in MayBeShown:");
    }

    [Fact]
    public void Exceptions_AllNameAMemberThatIsShown()
    {
        IEnumerable<string> members = Layers.All.Where(layer => Layers.Projects.Contains(layer.Assembly))
            .SelectMany(RecordsOf)
            .SelectMany(Specimen.PropertiesOf)
            .Where(property => Shows(property.ReflectedType!, property))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        AssertNone(MayBeShown.Members.Except(members), "These are not shown; remove them from MayBeShown:");
    }

    private static void AssertNone(IEnumerable<string> members, string advice) =>
        Assert.True(!members.Any(), $"{advice}\n{string.Join('\n', members)}");

    // Only records, be they classes or structs, have this method.
    private static IEnumerable<Type> RecordsOf(Layer layer) => Assembly.Load(layer.Assembly).GetExportedTypes()
        .Where(type => !type.IsAbstract && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static bool Shows(Type record, PropertyInfo property)
    {
        object? value = property.PropertyType switch
        {
            var type when type == typeof(string) => Text,
            var type when type == typeof(Uri) => new Uri($"https://example.org/{Text}"),
            { IsValueType: true, Namespace: "WhatsCommerce" } type => type.GetConstructor([typeof(string)])?.Invoke([Text]),
            _ => null,
        };
        object specimen = Specimen.Of(record);
        return value is not null
            && Specimen.TrySet(specimen, property, value)
            && specimen.ToString()!.Contains(Hidden, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        "Token|Secret|Password|Proof|Pin$|Key|Phone(?!NumberId)|(?<!Phone)Number|WaId|^From$|^To$|Recipient|Input|Digits|Name"
        + "|Address|Street|City|Zip|Postal|Mail|Birthday|VCard|Text|Body|Caption|Title|Description|Message|Note|Summary|Subject|Emoji"
        + "|Header|Footer|Payload|Data|Sdp|Link|Url|Hash|Sha256|Detail|^(Call|Participant|Credential|Click|Signup)Id$",
        RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex SoundsSensitive();
}
