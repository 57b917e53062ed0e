// Looks into the packed packages as their users' tools will: README, licence, documentation, dependencies, symbols and the way from
// a symbol to its source.
//
//   dotnet run eng/CheckPackages.cs -- <folder of the packages> <version>
#:property PublishAot=false
#:property IsPackable=false

using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;

if (args is not [string folder, string version])
{
    Console.Error.WriteLine("Usage: dotnet run eng/CheckPackages.cs -- <folder of the packages> <version>");
    return 2;
}

Guid sourceLinkKind = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
// The generators are part of the build, and no package; the analyzers are part of the package of the client.
string[] expected =
[
    .. Directory.EnumerateDirectories("src")
        .Select(path => Path.GetFileName(path))
        .Where(id => id != "WhatsCommerce.Sdk.Generators" && !id.StartsWith("WhatsCommerce.Sdk.Analyzers", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal),
];
int problems = 0;

foreach (string id in expected)
{
    List<string> found = [];
    string file = Path.Combine(folder, $"{id}.{version}.nupkg");
    if (!File.Exists(file))
    {
        Report(id, [$"there is no {Path.GetFileName(file)}"]);
        continue;
    }

    bool isTool;
    using (ZipArchive package = ZipFile.OpenRead(file))
    {
        isTool = package.GetEntry("tools/net10.0/any/DotnetToolSettings.xml") is not null;
        CheckPackage(id, package, found);
        if (isTool)
        {
            CheckTool(id, package, found);
        }
        else
        {
            CheckLibrary(id, package, found);
        }
    }

    string symbols = Path.Combine(folder, $"{id}.{version}.snupkg");
    if (File.Exists(symbols))
    {
        using ZipArchive package = ZipFile.OpenRead(symbols);
        CheckSymbols($"lib/net10.0/{id}.pdb", package, found);
    }
    else if (!isTool)
    {
        found.Add("there is no symbol package");
    }

    Report(id, found);
}

string[] strays =
[
    .. Directory.EnumerateFiles(folder, $"*.{version}.nupkg")
        .Select(path => Path.GetFileName(path)[..^$".{version}.nupkg".Length])
        .Except(expected)
        // Holds no assembly; eng/check-templates.sh takes it as its users do.
        .Where(id => id != "WhatsCommerce.Templates"),
];
if (strays.Length > 0)
{
    Report("strays", [$"packages of no project in src: {string.Join(", ", strays)}"]);
}

return problems == 0 ? 0 : 1;

void CheckPackage(string id, ZipArchive package, List<string> found)
{
    XElement metadata = XDocument.Parse(ReadText(package, $"{id}.nuspec")).Root!.Elements().First();
    XElement? Element(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    Require(found, Element("license") is { Value: "MIT" } license
        && (string?)license.Attribute("type") == "expression", "the licence is not MIT");
    Require(found, Element("readme")?.Value == "README.md", "the nuspec names no README.md");
    Require(found, ReadText(package, "README.md").Contains($"# {id}", StringComparison.Ordinal), $"README.md lacks the title '# {id}'");
    Require(found, Element("description")?.Value is { Length: > 40 }, "there is no description to speak of");
    Require(found, Element("tags")?.Value.Split(' ').Length > 5, "there are no tags of its own");
    Require(found, Element("icon")?.Value is { } icon && package.GetEntry(icon) is { Length: > 0 }, "there is no icon");
    Require(found, Element("releaseNotes")?.Value is { Length: > 0 }, "there are no release notes");
    Require(found, Element("authors")?.Value is { Length: > 0 } authors && authors != id, "there are no authors");
    Require(found, Element("repository")?.Attribute("commit") is { Value.Length: 40 }, "the nuspec names no commit");

    // A dependency of another version would take an older package, or one that was never published.
    foreach (XElement dependency in metadata.Descendants().Where(element => element.Name.LocalName == "dependency"))
    {
        string name = (string)dependency.Attribute("id")!;
        Require(
            found,
            !name.StartsWith("WhatsCommerce", StringComparison.Ordinal) || (string?)dependency.Attribute("version") == version,
            $"it depends on {name} {(string?)dependency.Attribute("version")} instead of {version}");
        Require(found, !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"it depends on the compiler's {name}");
    }

    CheckAnalyzers(id, package, found);
}

// They come with the client, run in the compiler, and bring nothing of the compiler's own.
void CheckAnalyzers(string id, ZipArchive package, List<string> found)
{
    string[] analyzers = [.. package.Entries.Select(entry => entry.FullName)
        .Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    string[] wanted = id == "WhatsCommerce.Sdk"
        ? ["analyzers/dotnet/cs/WhatsCommerce.Sdk.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/WhatsCommerce.Sdk.Analyzers.dll"]
        : [];
    Require(found, analyzers.SequenceEqual(wanted),
        $"its analyzers are [{string.Join(", ", analyzers)}] instead of [{string.Join(", ", wanted)}]");
    Require(
        found,
        !package.Entries.Any(entry =>
            entry.FullName.StartsWith("lib/", StringComparison.Ordinal) && entry.Name.Contains("Analyzers", StringComparison.Ordinal)),
        "an analyzer stands among the libraries");
}

void CheckLibrary(string id, ZipArchive package, List<string> found)
{
    Require(found, package.GetEntry($"lib/net10.0/{id}.dll") is not null, "there is no assembly for net10.0");
    HashSet<string> documented = [.. XDocument.Parse(ReadText(package, $"lib/net10.0/{id}.xml")).Descendants("member")
        .Select(member => (string)member.Attribute("name")!)];
    Require(found, documented.Any(name => name.StartsWith("T:", StringComparison.Ordinal)), "there is no XML documentation");
    found.AddRange(InternalTypes(package, $"lib/net10.0/{id}.dll").Where(documented.Contains)
        .Select(name => $"the documentation holds the internal type {name}"));
}

// Those that stand in no other type.
IEnumerable<string> InternalTypes(ZipArchive package, string file)
{
    using MemoryStream stream = new();
    using (Stream packed = package.GetEntry(file)!.Open())
    {
        packed.CopyTo(stream);
    }

    using PEReader assembly = new(new MemoryStream(stream.ToArray()));
    MetadataReader reader = assembly.GetMetadataReader();
    return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
        .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.NotPublic)
        .Select(type => $"T:{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
}

// A tool brings everything it needs, its symbols too, and depends on no other package.
void CheckTool(string id, ZipArchive package, List<string> found)
{
    XElement? command =
        XDocument.Parse(ReadText(package, "tools/net10.0/any/DotnetToolSettings.xml")).Descendants("Command").SingleOrDefault();
    Require(found, (string?)command?.Attribute("EntryPoint") == $"{id}.dll", $"its command does not start {id}.dll");
    Require(found, (string?)command?.Attribute("Name") is { Length: > 0 } name
        && name.All(c => char.IsAsciiLetterLower(c) || c == '-'), "its command has no plain name");
    Require(found, package.GetEntry($"tools/net10.0/any/{id}.dll") is not null, "there is no assembly for net10.0");
    Require(
        found, !ReadText(package, $"{id}.nuspec").Contains("<dependency ", StringComparison.Ordinal), "a tool must depend on no package");
    CheckSymbols($"tools/net10.0/any/{id}.pdb", package, found);
}

void CheckSymbols(string file, ZipArchive package, List<string> found)
{
    if (package.GetEntry(file) is not { } entry)
    {
        found.Add($"there are no symbols at {file}");
        return;
    }

    using MemoryStream stream = new();
    using (Stream packed = entry.Open())
    {
        packed.CopyTo(stream);
    }

    stream.Position = 0;
    using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(stream);
    MetadataReader reader = provider.GetMetadataReader();
    byte[]? link = reader.CustomDebugInformation
        .Select(reader.GetCustomDebugInformation)
        .Where(information => reader.GetGuid(information.Kind) == sourceLinkKind)
        .Select(information => reader.GetBlobBytes(information.Value))
        .FirstOrDefault();
    if (link is null)
    {
        found.Add("the symbols hold no SourceLink");
        return;
    }

    using JsonDocument map = JsonDocument.Parse(link);
    (string From, string To)[] rules =
    [
        .. map.RootElement.GetProperty("documents").EnumerateObject().Select(rule => (rule.Name.TrimEnd('*'), rule.Value.GetString()!)),
    ];
    Require(found, rules.Length > 0, "SourceLink is empty");
    Require(found, rules.All(rule => rule.To.StartsWith("https://", StringComparison.Ordinal)), "SourceLink leads to no https address");

    string[] lost =
    [
        .. reader.Documents
            .Select(handle => reader.GetString(reader.GetDocument(handle).Name))
            .Where(name => !name.Contains("/obj/", StringComparison.Ordinal))
            .Where(name => !rules.Any(rule => name.StartsWith(rule.From, StringComparison.Ordinal))),
    ];
    Require(found, lost.Length == 0, $"SourceLink does not cover {lost.Length} files, such as {lost.FirstOrDefault()}");
}

string ReadText(ZipArchive package, string name)
{
    if (package.GetEntry(name) is not { } entry)
    {
        return "";
    }

    using StreamReader reader = new(entry.Open());
    return reader.ReadToEnd();
}

void Require(List<string> found, bool holds, string otherwise)
{
    if (!holds)
    {
        found.Add(otherwise);
    }
}

void Report(string id, List<string> found)
{
    Console.WriteLine(found.Count == 0 ? $"ok      {id}" : $"WRONG   {id}: {string.Join("; ", found)}");
    problems += found.Count;
}
