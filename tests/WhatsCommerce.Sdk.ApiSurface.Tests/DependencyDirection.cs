using WhatsCommerce.Tests.References;

namespace WhatsCommerce.Tests;

/// <summary>
/// Who may see whom, on the assemblies as built: <c>Primitives &lt;- Sdk</c>, <c>Primitives &lt;- Webhooks &lt;- AspNetCore</c>,
/// <c>Sdk + Webhooks &lt;- Testing</c>.
/// </summary>
public sealed class DependencyDirection
{
    private static readonly string BaseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Assembly_RefersToNoneButThoseBelow(Layer layer)
    {
        IEnumerable<string> ours = AssemblyReferences.Assemblies(Layers.PathOf(layer.Assembly)).Where(IsOurs);

        Assert.Empty(ours.Except(layer.MaySee));
    }

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Assembly_RefersToNoPackageButThoseAgreed(Layer layer)
    {
        IEnumerable<string> foreign = AssemblyReferences.Assemblies(Layers.PathOf(layer.Assembly))
            .Where(name => !IsOurs(name) && !File.Exists(Path.Combine(BaseLibrary, name + ".dll")));

        Assert.DoesNotContain(foreign, name => !layer.Packages.Any(allowed => Allows(allowed, name)));
    }

    [Fact]
    public void SendingAndReceiving_NeverSeeEachOther()
    {
        Assert.DoesNotContain(Layers.Webhooks, AssemblyReferences.Assemblies(Layers.PathOf(Layers.Sdk)));
        Assert.DoesNotContain(Layers.Sdk, AssemblyReferences.Assemblies(Layers.PathOf(Layers.Webhooks)));
    }

    [Theory]
    [InlineData(Layers.Sdk)]
    [InlineData(Layers.Webhooks)]
    public void SendingAndReceiving_SpeakTheSharedVocabulary(string assembly) =>
        Assert.Contains(Layers.Primitives, AssemblyReferences.Assemblies(Layers.PathOf(assembly)));

    /// <summary>
    /// The local Cloud API judges a request from its JSON alone; with the client's types it would share the client's mistakes.
    /// </summary>
    [Fact]
    public void Judging_UsesNoTypeOfTheClient()
    {
        Assert.Empty(Rooms.Of(Layers.Testing).DeclaredTwice);
        Assert.Empty(Rooms.Circle(Rooms.Uses(Layers.Testing)));
    }

    [Fact]
    public void NamespacesOfTheEmulator_StandInNoCircle() => Assert.Empty(Rooms.Circle(
    [
        .. AssemblyReferences.Types(Layers.PathOf(Layers.Testing))
            .Where(use => use.To.Assembly == Layers.Testing && IsOurs(use.From.Namespace) && IsOurs(use.To.Namespace))
            .Select(use => (use.From.Namespace, use.To.Namespace)),
    ]));

    private static bool IsOurs(string assembly) => assembly.StartsWith("WhatsCommerce", StringComparison.Ordinal);

    private static bool Allows(string allowed, string name) =>
        allowed.EndsWith('*') ? name.StartsWith(allowed[..^1], StringComparison.Ordinal) : name == allowed;

    private static bool IsIn(string candidate, string @namespace) =>
        candidate == @namespace || candidate.StartsWith(@namespace + ".", StringComparison.Ordinal);
}
