using WhatsCommerce.Tests.References;

namespace WhatsCommerce.Tests;

/// <summary>
/// The rooms of the client, one per folder: where a type is in the sources, and what it uses in the assembly. The types of the root
/// namespace, which users see without a <c>using</c>, belong to the room of their folder like all others.
/// </summary>
public sealed class RoomsOfTheClient
{
    private const int MostFilesOfAFolder = 40;

    // What every room may use.
    private static readonly string[] Shared = ["Configuration", "Diagnostics", "Http", "Json", "Validation"];

    // What brings rooms together: the client, the check of what was sent against what can be sold, the registration.
    private static readonly string[] Composed = ["", "DependencyInjection", "Preflight"];

    private static readonly Rooms Sources = Rooms.Of(Layers.Sdk);
    private static readonly HashSet<(string From, string To)> Uses = Rooms.Uses(Layers.Sdk);

    [Fact]
    public void Files_StandInTheFolderOfTheirNamespace() => Assert.DoesNotContain(Sources.Files, file =>
    {
        string room = file.Path.Contains('/', StringComparison.Ordinal) ? file.Path.Split('/')[0] : "";
        return file.Namespace != "WhatsCommerce"
            && file.Namespace != $"WhatsCommerce.{room}"
            && (file.Namespace, room) != ("Microsoft.Extensions.DependencyInjection", "DependencyInjection");
    });

    [Fact]
    public void Folders_HoldNoMoreThanOneCanLookThrough() =>
        Assert.DoesNotContain(Sources.Files.CountBy(file => FolderOf(file.Path)), folder => folder.Value > MostFilesOfAFolder);

    /// <summary>
    /// A capability stands alone: it uses the transport and the vocabulary, never another capability or what brings them together.
    /// </summary>
    [Fact]
    public void Rooms_DoNotSeeTheirNeighbours()
    {
        Assert.NotEmpty(Uses);
        Assert.DoesNotContain(Uses, use => !Composed.Contains(use.From) && !Shared.Contains(use.To));
    }

    /// <summary>Who looks for the test of a type goes by the folder of the type.</summary>
    [Fact]
    public void Tests_StandInTheFoldersOfTheirSources()
    {
        string tests = Path.Combine(SharedMaterial.Repository, "tests", $"{Layers.Sdk}.Tests");
        IEnumerable<string> folders = Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(file => FolderOf(Path.GetRelativePath(tests, file).Replace('\\', '/')))
            .Where(folder => folder.Split('/')[0] is not ("obj" or "bin"));

        Assert.Empty(folders.Except(Sources.Files.Select(file => FolderOf(file.Path))));
    }

    private static string FolderOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
}
