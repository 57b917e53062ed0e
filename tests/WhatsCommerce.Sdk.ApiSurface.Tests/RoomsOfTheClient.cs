using WhatsCommerce.Tests.References;

namespace WhatsCommerce.Tests;

/// <summary>
/// The rooms of the client, one a folder: where a type stands in the sources, and what it uses in the assembly. The types of the root
/// namespace, which users meet without a <c>using</c>, belong to the room of their folder like all others.
/// </summary>
public sealed class RoomsOfTheClient
{
    private const int MostFilesOfAFolder = 40;

    // What every room may use.
    private static readonly string[] Shared = ["Configuration", "Diagnostics", "Http", "Json"];

    // What brings rooms together: the front door, the check of what was sent against what can be sold, the registration.
    private static readonly string[] Composed = ["", "DependencyInjection", "Preflight"];

    private static readonly IReadOnlyList<SourceFile> Files = SourceTypes.Of(Layers.Sdk);

    private static readonly ILookup<(string, string), string> RoomsOfTypes =
        Files.SelectMany(file => file.Types.Select(type => (Type: (file.Namespace, type), file.Room))).Distinct().ToLookup(type => type.Type, type => type.Room);

    private static readonly HashSet<(string From, string To)> Uses =
    [
        .. from use in AssemblyReferences.Types(Layers.PathOf(Layers.Sdk))
           from @from in RoomsOfTypes[(use.From.Namespace, use.From.Name)]
           from to in RoomsOfTypes[(use.To.Namespace, use.To.Name)]
           where use.To.Assembly == Layers.Sdk && @from != to
           select (@from, to),
    ];

    [Fact]
    public void Files_StandInTheFolderOfTheirNamespace() =>
        Assert.All(Files, file => Assert.True(
            file.Namespace is "WhatsCommerce"
                || file.Namespace == $"WhatsCommerce.{file.Room}"
                || file is { Namespace: "Microsoft.Extensions.DependencyInjection", Room: "DependencyInjection" },
            $"{file} is in {file.Namespace}."));

    [Fact]
    public void Types_StandInOneRoom() => Assert.DoesNotContain(RoomsOfTypes, type => type.Count() > 1);

    [Fact]
    public void Types_HaveNamesOfTheirOwn() =>
        Assert.DoesNotContain(RoomsOfTypes.GroupBy(type => type.Key.Item2), name => name.Count() > 1);

    [Fact]
    public void Folders_HoldNoMoreThanOneCanLookThrough() =>
        Assert.DoesNotContain(Files.CountBy(file => file.Folder), folder => folder.Value > MostFilesOfAFolder);

    /// <summary>A capability stands alone: it uses the transport and the vocabulary, never another capability or what brings them together.</summary>
    [Fact]
    public void Rooms_DoNotSeeTheirNeighbours()
    {
        Assert.NotEmpty(Uses);
        Assert.DoesNotContain(Uses, use => !Composed.Contains(use.From) && !Shared.Contains(use.To));
    }

    [Fact]
    public void Rooms_FormNoCircle()
    {
        List<string> left = [.. Uses.SelectMany(use => new[] { use.From, use.To }).Distinct()];
        while (left.FirstOrDefault(room => !Uses.Any(use => use.From == room && left.Contains(use.To))) is string free)
        {
            left.Remove(free);
        }

        // Each of these uses another of them.
        Assert.Empty(left);
    }

    /// <summary>Who looks for the test of a type goes by the folder of the type.</summary>
    [Fact]
    public void Tests_StandInTheFoldersOfTheirSources()
    {
        string tests = Path.Combine(SharedMaterial.Repository, "tests", $"{Layers.Sdk}.Tests");
        IEnumerable<string> folders = Directory.EnumerateDirectories(tests, "*", SearchOption.AllDirectories)
            .Where(folder => Directory.EnumerateFiles(folder).Any())
            .Select(folder => Path.GetRelativePath(tests, folder).Replace('\\', '/'))
            .Where(folder => folder.Split('/')[0] is not ("obj" or "bin"));
        string[] sources = [.. Files.Select(file => file.Folder).Distinct()];

        Assert.DoesNotContain(folders, folder => !sources.Any(source => source == folder || source.StartsWith(folder + "/", StringComparison.Ordinal)));
    }
}
