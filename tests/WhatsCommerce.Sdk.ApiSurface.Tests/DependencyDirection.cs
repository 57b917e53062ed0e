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
        Rooms rooms = Rooms.Of(Layers.Testing);
        TypeReference[] uses =
        [
            .. AssemblyReferences.Types(Layers.PathOf(Layers.Testing))
                .Where(use => IsIn(use.From.Namespace, "WhatsCommerce.Testing.Judging") || rooms.Of(use.From) is "Judging" or "Api"),
        ];

        Assert.NotEmpty(uses);
        Assert.DoesNotContain(uses, use => use.To.Assembly == Layers.Sdk);
    }

    /// <summary>What is asked of a request is asked of the JSON: the judges know nothing of the emulator that asks them.</summary>
    [Fact]
    public void Judging_SeesNothingElseOfTheEmulator() => Assert.DoesNotContain(
        AssemblyReferences.Types(Layers.PathOf(Layers.Testing)),
        use => IsIn(use.From.Namespace, "WhatsCommerce.Testing.Judging")
            && use.To.Assembly == Layers.Testing
            && IsIn(use.To.Namespace, "WhatsCommerce.Testing")
            && !IsIn(use.To.Namespace, "WhatsCommerce.Testing.Judging"));

    /// <summary>
    /// A part of the emulator gets what it uses from those below it: rooms (the folders of the project) and namespaces build layers. The
    /// root, where the parts are put together, is the highest.
    /// </summary>
    [Fact]
    public void RoomsOfTheEmulator_StandInNoCircle()
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
