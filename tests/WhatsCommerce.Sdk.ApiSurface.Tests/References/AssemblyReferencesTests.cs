namespace WhatsCommerce.Tests.References;

/// <summary>Whether the search for uses finds them, wherever they hide: else the tests built on it could not fail.</summary>
public sealed class AssemblyReferencesTests
{
    private static readonly ILookup<string, TypeIdentity> Uses = AssemblyReferences.Types(typeof(AssemblyReferencesTests).Assembly.Location)
        .Where(use => use.From.Namespace == typeof(Samples.Nowhere).Namespace)
        .ToLookup(use => use.From.Name, use => use.To);

    public static TheoryData<string> Hidden() =>
    [
        .. typeof(AssemblyReferencesTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Samples.Nowhere).Namespace && !type.IsNested && type != typeof(Samples.Nowhere))
            .Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Types_UseOfTheClient_IsFound(string name) => Assert.Contains(Uses[name], to => to.Assembly == Layers.Sdk);

    [Fact]
    public void Types_NoUseOfTheClient_IsNotInvented()
    {
        Assert.DoesNotContain(Uses[nameof(Samples.Nowhere)], to => to.Assembly == Layers.Sdk);
        Assert.Contains(Uses[nameof(Samples.Nowhere)], to => to.Name == nameof(InvalidOperationException));
    }

    [Fact]
    public void Assemblies_OfThisOne_NameTheClient() =>
        Assert.Contains(Layers.Sdk, AssemblyReferences.Assemblies(typeof(AssemblyReferencesTests).Assembly.Location));
}
