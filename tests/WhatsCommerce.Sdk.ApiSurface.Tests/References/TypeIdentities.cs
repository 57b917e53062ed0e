using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace WhatsCommerce.Tests.References;

/// <summary>The types that a handle or a signature names, each by its outermost type.</summary>
internal sealed class TypeIdentities(MetadataReader reader) : ISignatureTypeProvider<ImmutableHashSet<TypeIdentity>, object?>
{
    private static readonly ImmutableHashSet<TypeIdentity> None = [];

    private readonly string _assembly = reader.GetString(reader.GetAssemblyDefinition().Name);

    /// <summary>All types that the entity names: itself, its arguments, the types of its signature.</summary>
    public ImmutableHashSet<TypeIdentity> Of(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return None;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [Of((TypeDefinitionHandle)handle)];
            case HandleKind.TypeReference:
                return [Of((TypeReferenceHandle)handle)];
            case HandleKind.TypeSpecification:
                return reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                MethodDefinition method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Of(method.DecodeSignature(this, null)).Add(Of(method.GetDeclaringType()));
            case HandleKind.FieldDefinition:
                FieldDefinition field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                return field.DecodeSignature(this, null).Add(Of(field.GetDeclaringType()));
            case HandleKind.MemberReference:
                MemberReference member = reader.GetMemberReference((MemberReferenceHandle)handle);
                return Of(member.Parent).Union(member.GetKind() == MemberReferenceKind.Field
                    ? member.DecodeFieldSignature(this, null)
                    : Of(member.DecodeMethodSignature(this, null)));
            case HandleKind.MethodSpecification:
                MethodSpecification generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return Of(generic.Method).Union(Union(generic.DecodeSignature(this, null)));
            case HandleKind.StandaloneSignature:
                StandaloneSignature signature = reader.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                return signature.GetKind() == StandaloneSignatureKind.LocalVariables
                    ? Union(signature.DecodeLocalSignature(this, null))
                    : Of(signature.DecodeMethodSignature(this, null));
            default:
                throw new NotSupportedException($"A {handle.Kind} names no type.");
        }
    }

    private static ImmutableHashSet<TypeIdentity> Of(MethodSignature<ImmutableHashSet<TypeIdentity>> signature) =>
        Union(signature.ParameterTypes).Union(signature.ReturnType);

    public TypeIdentity Of(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? new(_assembly, reader.GetString(type.Namespace), reader.GetString(type.Name)) : Of(outer);
    }

    private TypeIdentity Of(TypeReferenceHandle handle)
    {
        System.Reflection.Metadata.TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => Of((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => new(
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                reader.GetString(type.Namespace),
                reader.GetString(type.Name)),
            _ => new(_assembly, reader.GetString(type.Namespace), reader.GetString(type.Name)),
        };
    }

    private static ImmutableHashSet<TypeIdentity> Union(IEnumerable<ImmutableHashSet<TypeIdentity>> sets) =>
        sets.Aggregate(None, (all, set) => all.Union(set));

    public ImmutableHashSet<TypeIdentity> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [Of(handle)];

    public ImmutableHashSet<TypeIdentity> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        [Of(handle)];

    public ImmutableHashSet<TypeIdentity> GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Of(handle);

    public ImmutableHashSet<TypeIdentity> GetGenericInstantiation(
        ImmutableHashSet<TypeIdentity> genericType, ImmutableArray<ImmutableHashSet<TypeIdentity>> typeArguments) =>
        genericType.Union(Union(typeArguments));

    public ImmutableHashSet<TypeIdentity> GetFunctionPointerType(MethodSignature<ImmutableHashSet<TypeIdentity>> signature) =>
        Of(signature);

    public ImmutableHashSet<TypeIdentity> GetModifiedType(
        ImmutableHashSet<TypeIdentity> modifier,
        ImmutableHashSet<TypeIdentity> unmodifiedType,
        bool isRequired) => unmodifiedType.Union(modifier);

    public ImmutableHashSet<TypeIdentity> GetArrayType(ImmutableHashSet<TypeIdentity> elementType, ArrayShape shape) => elementType;

    public ImmutableHashSet<TypeIdentity> GetByReferenceType(ImmutableHashSet<TypeIdentity> elementType) => elementType;

    public ImmutableHashSet<TypeIdentity> GetPinnedType(ImmutableHashSet<TypeIdentity> elementType) => elementType;

    public ImmutableHashSet<TypeIdentity> GetPointerType(ImmutableHashSet<TypeIdentity> elementType) => elementType;

    public ImmutableHashSet<TypeIdentity> GetSZArrayType(ImmutableHashSet<TypeIdentity> elementType) => elementType;

    public ImmutableHashSet<TypeIdentity> GetGenericMethodParameter(object? genericContext, int index) => None;

    public ImmutableHashSet<TypeIdentity> GetGenericTypeParameter(object? genericContext, int index) => None;

    public ImmutableHashSet<TypeIdentity> GetPrimitiveType(PrimitiveTypeCode typeCode) => None;
}
