// Keeps in the XML documentation of an assembly what others can see: the compiler writes the comments of internal types and members there
// too. Run while packing, see src/Directory.Build.targets.
//
//   dotnet run eng/PublicDocs.cs -- <assembly> <its XML documentation>
#:property PublishAot=false
#:property IsPackable=false

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

if (args is not [string assembly, string documentation])
{
    Console.Error.WriteLine("Usage: dotnet run eng/PublicDocs.cs -- <assembly> <its XML documentation>");
    return 2;
}

using PEReader file = new(File.OpenRead(assembly));
HashSet<string> visible = VisibleMembers(file.GetMetadataReader());
XDocument docs = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
foreach (XElement member in docs.Descendants("member").Where(member => !visible.Contains(KeyOf((string)member.Attribute("name")!)))
    .ToList())
{
    // With the line break before it.
    (member.PreviousNode as XText)?.Remove();
    member.Remove();
}

docs.Save(documentation, SaveOptions.DisableFormatting);
return 0;

// The members that others can see, as KeyOf makes them.
HashSet<string> VisibleMembers(MetadataReader metadata)
{
    HashSet<string> found = [];
    foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
        .Where(type => IsVisibleType(metadata, type)))
    {
        string name = NameOf(metadata, type);
        HashSet<MethodDefinitionHandle> methods =
            [.. type.GetMethods().Where(handle => IsVisible(metadata.GetMethodDefinition(handle).Attributes))];
        found.Add($"T:{name}");
        foreach (MethodDefinition method in methods.Select(metadata.GetMethodDefinition))
        {
            BlobReader signature = metadata.GetBlobReader(method.Signature);
            if (signature.ReadSignatureHeader().IsGeneric)
            {
                signature.ReadCompressedInteger();
            }

            found.Add($"M:{name}.{metadata.GetString(method.Name).Replace('.', '#')}/{signature.ReadCompressedInteger()}");
        }

        foreach (PropertyDefinition property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            PropertyAccessors accessors = property.GetAccessors();
            if (methods.Contains(accessors.Getter) || methods.Contains(accessors.Setter))
            {
                found.Add($"P:{name}.{metadata.GetString(property.Name)}");
            }
        }

        found.UnionWith(type.GetEvents().Select(metadata.GetEventDefinition)
            .Where(e => methods.Contains(e.GetAccessors().Adder))
            .Select(e => $"E:{name}.{metadata.GetString(e.Name)}"));
        found.UnionWith(type.GetFields().Select(metadata.GetFieldDefinition)
            .Where(field => IsVisible((MethodAttributes)field.Attributes))
            .Select(field => $"F:{name}.{metadata.GetString(field.Name)}"));
    }

    return found;
}

// What tells a documented member from others: its id, of a method with the number of its parameters in place of their types.
string KeyOf(string id)
{
    int parameters = id.IndexOf('(', StringComparison.Ordinal);
    string name = (parameters < 0 ? id : id[..parameters]).Split("``")[0];
    return !id.StartsWith("M:", StringComparison.Ordinal) ? name : $"{name}/{(parameters < 0 ? 0 : CountOf(id[(parameters + 1)..]))}";
}

// Commas of generic types and of arrays are no parameters.
int CountOf(string parameters)
{
    int count = 1;
    int depth = 0;
    foreach (char c in parameters.TakeWhile(c => c != ')'))
    {
        depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
        count += c == ',' && depth == 0 ? 1 : 0;
    }

    return count;
}

string NameOf(MetadataReader metadata, TypeDefinition type)
{
    string name = metadata.GetString(type.Name);
    return type.GetDeclaringType() is { IsNil: false } outer
        ? $"{NameOf(metadata, metadata.GetTypeDefinition(outer))}.{name}"
        : $"{metadata.GetString(type.Namespace)}.{name}";
}

bool IsVisibleType(MetadataReader metadata, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
{
    TypeAttributes.Public => true,
    TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
        IsVisibleType(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
    _ => false,
};

// Fields have the same bits.
bool IsVisible(MethodAttributes attributes) =>
    (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
