using System.Globalization;
using System.Text.RegularExpressions;

namespace WhatsCommerce.Tests.References;

/// <summary>Which folder of a project the source of a type stands in: its room, which for many types no namespace tells.</summary>
internal sealed partial class Rooms
{
    private readonly Dictionary<string, string> _byType = new(StringComparer.Ordinal);

    private Rooms()
    {
    }

    /// <summary>The types of a project that are declared twice, which no room can be told of.</summary>
    public List<string> DeclaredTwice { get; } = [];

    /// <summary>The files, by their paths in the project, with their namespaces.</summary>
    public List<(string Path, string Namespace)> Files { get; } = [];

    public static Rooms Of(string project)
    {
        Rooms rooms = new();
        string root = Path.Combine(SharedMaterial.Repository, "src", project);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string[] path = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (path is ["obj" or "bin", ..])
            {
                continue;
            }

            string text = File.ReadAllText(file);
            string room = path.Length > 1 ? path[0] : "";
            rooms.Files.Add((string.Join('/', path), Namespace().Match(text).Groups["name"].Value));
            foreach (Match type in Declaration().Matches(text))
            {
                string name = type.Groups["name"].Value;
                if (type.Groups["parameters"] is { Success: true, Value: string parameters })
                {
                    name = string.Create(CultureInfo.InvariantCulture, $"{name}`{parameters.Count(',') + 1}");
                }

                if (!rooms._byType.TryAdd(name, room) && !(type.Groups["partial"].Success && rooms._byType[name] == room))
                {
                    rooms.DeclaredTwice.Add(name);
                }
            }
        }

        return rooms;
    }

    /// <summary>
    /// The room of a type; <see langword="null"/> for one that the compiler has made. The root of the project is the room without a name.
    /// </summary>
    public string? Of(TypeIdentity type) => _byType.GetValueOrDefault(type.Name);

    /// <summary>Which rooms of a project use which others.</summary>
    public static HashSet<(string From, string To)> Uses(string project)
    {
        Rooms rooms = Of(project);
        return
        [
            .. AssemblyReferences.Types(Layers.PathOf(project))
                .Where(use => use.To.Assembly == project)
                .Select(use => (From: rooms.Of(use.From), To: rooms.Of(use.To)))
                .Where(use => use.From is not null && use.To is not null && use.From != use.To)
                .Select(use => (use.From!, use.To!)),
        ];
    }

    /// <summary>
    /// What is left when those that use nothing any more are taken away, again and again: it stands in a circle, or uses one.
    /// </summary>
    public static string[] Circle(IEnumerable<(string From, string To)> uses)
    {
        HashSet<(string From, string To)> left = [.. uses.Where(use => use.From != use.To)];
        while (left.RemoveWhere(use => !left.Any(other => other.From == use.To)) > 0)
        {
        }

        return [.. left.Select(use => $"{use.From} uses {use.To}").Order(StringComparer.Ordinal)];
    }

    // Types that stand in a namespace, not in another type: those begin at the margin.
    [GeneratedRegex(
        @"^(public |internal )((static|sealed|abstract|readonly) )*(?<partial>partial )?"
            + @"(class|record struct|record|struct|enum|interface) (?<name>\w+)(<(?<parameters>[^>]+)>)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Namespace();
}
