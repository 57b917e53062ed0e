using System.Reflection;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests.Api;

/// <summary>Writes the name of a type as C# does, with nullability where it is known.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type, NullabilityInfo? nullability = null, bool write = false)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability, write);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            // A nullable value has the same nullability of type arguments as the value itself.
            return Of(underlying, nullability, write).TrimEnd('?') + "?";
        }

        NullabilityState state = nullability is null ? NullabilityState.Unknown : write ? nullability.WriteState : nullability.ReadState;
        string mark = state == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType, write)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (type.IsPointer)
        {
            return Of(type.GetElementType()!) + "*";
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword + mark;
        }

        if (type.IsGenericParameter)
        {
            // Of a parameter without a constraint to reference types, the runtime says "nullable" whether or not "?" was written.
            return type.Name + (type.GetGenericParameterConstraints().Length > 0 || IsReference(type) ? mark : "");
        }

        if (type.IsGenericType && typeof(ITuple).IsAssignableFrom(type) && type.IsValueType)
        {
            return $"({string.Join(", ", Arguments(type, nullability, write))})";
        }

        return Full(type, nullability, write) + mark;
    }

    /// <summary>The name as it stands where the type is declared.</summary>
    public static string Declared(Type type)
    {
        string name = type.Name.Split('`')[0];
        Type[] own = OwnParameters(type);
        return own.Length == 0 ? name : $"{name}<{string.Join(", ", own.Select(Parameter))}>";

        static string Parameter(Type parameter)
        {
            GenericParameterAttributes variance = parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask;
            return variance switch
            {
                GenericParameterAttributes.Covariant => "out " + parameter.Name,
                GenericParameterAttributes.Contravariant => "in " + parameter.Name,
                _ => parameter.Name,
            };
        }
    }

    /// <summary>A type's generic parameters, without those of the type it is nested in.</summary>
    public static Type[] OwnParameters(Type type) => [.. type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)];

    private static bool IsReference(Type parameter) =>
        parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);

    private static IEnumerable<string> Arguments(Type type, NullabilityInfo? nullability, bool write) => type.GetGenericArguments()
        .Select((argument, i) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i), write));

    private static string Full(Type type, NullabilityInfo? nullability, bool write)
    {
        Type[] arguments = type.GetGenericArguments();
        int used = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string name = type.Name.Split('`')[0];
        if (arguments.Length > used)
        {
            name = $"{name}<{string.Join(", ", Arguments(type, nullability, write).Skip(used))}>";
        }

        if (type.DeclaringType is null)
        {
            return name;
        }

        Type outer = used == 0 ? type.DeclaringType : type.DeclaringType.MakeGenericType(arguments[..used]);
        return $"{Of(outer)}.{name}";
    }
}
