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

            foreach (Match type in Declaration().Matches(File.ReadAllText(file)))
            {
                string name = type.Groups["name"].Value;
                string room = path.Length > 1 ? path[0] : "";
                if (!rooms._byType.TryAdd(name, room) && !type.Groups["partial"].Success)
                {
                    rooms.DeclaredTwice.Add(name);
                }
            }
        }

        return rooms;
    }

    /// <summary>The room of a type; <see langword="null"/> for one that the compiler has made. The root of the project is the room without a name.</summary>
    public string? Of(TypeIdentity type) => _byType.GetValueOrDefault(type.Name.Split('`')[0]);

    // Types that stand in a namespace, not in another type: those begin at the margin.
    [GeneratedRegex(
        @"^(public |internal )((static|sealed|abstract|readonly) )*(?<partial>partial )?(class|record struct|record|struct|enum|interface) (?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
