using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace WhatsCommerce.Tests.References;

/// <summary>What a built assembly uses, read from its metadata and its instructions without loading it.</summary>
internal static class AssemblyReferences
{
    /// <summary>The names of the assemblies that the compiler found a use for.</summary>
    public static IReadOnlyList<string> Assemblies(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }

    /// <summary>Each use of a type by a type: in bases, attributes, signatures, locals, instructions, handlers and constraints.</summary>
    public static IReadOnlySet<TypeReference> Types(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        TypeIdentities identities = new(reader);
        HashSet<TypeReference> references = [];
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            TypeIdentity from = identities.Of(handle);
            foreach (EntityHandle named in Named(file, reader, reader.GetTypeDefinition(handle)))
            {
                foreach (TypeIdentity to in identities.Of(named))
                {
                    if (to != from)
                    {
                        references.Add(new(from, to));
                    }
                }
            }
        }

        return references;
    }

    private static IEnumerable<EntityHandle> Named(PEReader file, MetadataReader reader, TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
        {
            yield return reader.GetInterfaceImplementation(handle).Interface;
        }

        foreach (EventDefinitionHandle handle in type.GetEvents())
        {
            yield return reader.GetEventDefinition(handle).Type;
        }

        IEnumerable<EntityHandle> more =
        [
            .. Attributes(reader, type.GetCustomAttributes()),
            .. Constraints(reader, type.GetGenericParameters()),
            .. type.GetProperties().SelectMany(handle => Attributes(reader, reader.GetPropertyDefinition(handle).GetCustomAttributes())),
            .. type.GetFields().SelectMany(handle =>
                Attributes(reader, reader.GetFieldDefinition(handle).GetCustomAttributes()).Append(handle)),
            .. type.GetMethods().SelectMany(handle => Named(file, reader, handle)),
        ];
        foreach (EntityHandle handle in more)
        {
            yield return handle;
        }
    }

    private static List<EntityHandle> Named(PEReader file, MetadataReader reader, MethodDefinitionHandle handle)
    {
        MethodDefinition method = reader.GetMethodDefinition(handle);
        List<EntityHandle> named =
        [
            handle,
            .. Attributes(reader, method.GetCustomAttributes()),
            .. Constraints(reader, method.GetGenericParameters()),
            .. method.GetParameters().SelectMany(parameter => Attributes(reader, reader.GetParameter(parameter).GetCustomAttributes())),
        ];
        if (method.RelativeVirtualAddress != 0)
        {
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            named.Add(body.LocalSignature);
            named.AddRange(body.ExceptionRegions.Select(region => region.CatchType));
            named.AddRange(IntermediateLanguage.Named(body));
        }

        return named;
    }

    private static IEnumerable<EntityHandle> Attributes(MetadataReader reader, CustomAttributeHandleCollection attributes) =>
        attributes.Select(handle => reader.GetCustomAttribute(handle).Constructor);

    private static IEnumerable<EntityHandle> Constraints(MetadataReader reader, GenericParameterHandleCollection parameters) => parameters
        .SelectMany(handle => reader.GetGenericParameter(handle).GetConstraints())
        .Select(handle => reader.GetGenericParameterConstraint(handle).Type);
}
