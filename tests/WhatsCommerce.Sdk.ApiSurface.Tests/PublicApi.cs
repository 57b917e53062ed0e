using System.Reflection;
using PublicApiGenerator;

namespace WhatsCommerce.Tests;

/// <summary>
/// The public API of each package as a file: <c>PublicApi.&lt;Assembly&gt;.verified.txt</c>. A change of it is meant to be seen in review.
/// </summary>
public sealed class PublicApi
{
    // Extensions of Microsoft's stand in namespaces of Microsoft's, and are as public as all else.
    private static readonly ApiGeneratorOptions Shown = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void Assembly_AsBuilt_ShowsTheApprovedApi(Layer layer) =>
        Snapshot.MatchText(Assembly.Load(layer.Assembly).GeneratePublicApi(Shown), method: layer.Assembly);

    [Theory]
    [MemberData(nameof(Layers.Built), MemberType = typeof(Layers))]
    public void PublicTypes_StandInTheAgreedNamespaces(Layer layer)
    {
        IEnumerable<string> strays = Assembly.Load(layer.Assembly).GetExportedTypes()
            .Where(type => !layer.Namespaces.Contains(type.Namespace))
            .Select(type => type.FullName!);

        Assert.Empty(strays);
    }

    [Fact]
    public void Projects_OfTheRepository_AreAllInThePlan() =>
        Assert.Empty(Layers.Projects.Except(Layers.All.Select(layer => layer.Assembly)));

    [Fact]
    public void ApprovedFiles_AllBelongToAProject()
    {
        string folder = Path.Combine(SharedMaterial.Repository, "tests", "WhatsCommerce.Sdk.ApiSurface.Tests");
        IEnumerable<string> approved = Directory.EnumerateFiles(folder, "PublicApi.*.verified.txt")
            .Select(file => Path.GetFileName(file)["PublicApi.".Length..^".verified.txt".Length]);

        Assert.Empty(approved.Except(Layers.Projects));
    }
}
