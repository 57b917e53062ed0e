using System.Reflection;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests.Printing;

/// <summary>Makes a value of any type of ours, as empty as it can be, and sets single members of it.</summary>
internal static class Specimen
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A value whose lists are empty and whose parts are there.</summary>
    public static object Of(Type type)
    {
        object specimen = type.GetConstructor(Members, Type.EmptyTypes) is { } constructor
            ? constructor.Invoke(null)
            : RuntimeHelpers.GetUninitializedObject(type);
        NullabilityInfoContext nullability = new();
        foreach (PropertyInfo property in PropertiesOf(type))
        {
            if (!property.PropertyType.IsValueType
                && property.GetIndexParameters().Length == 0
                && nullability.Create(property).ReadState == NullabilityState.NotNull
                && FieldOf(property) is { } field
                && field.GetValue(specimen) is null
                && Part(property.PropertyType) is { } part)
            {
                field.SetValue(specimen, part);
            }
        }

        return specimen;
    }

    /// <summary>Sets a member, by its setter or in its field; false when it is computed.</summary>
    public static bool TrySet(object specimen, PropertyInfo property, object value)
    {
        if (property.SetMethod is not null)
        {
            property.SetValue(specimen, value);
            return true;
        }

        FieldOf(property)?.SetValue(specimen, value);
        return FieldOf(property) is not null;
    }

    /// <summary>The public properties of a type and of those it derives from.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0);

    private static object? Part(Type type) => type switch
    {
        _ when type == typeof(string) => "",
        _ when type == typeof(Uri) => new Uri("https://example.org/"),
        { IsGenericType: true, GenericTypeArguments: [var item] } when type.IsAssignableFrom(item.MakeArrayType()) =>
            Array.CreateInstance(item, 0),
        { IsGenericType: true, Name: "IReadOnlyDictionary`2" } =>
            Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments)),
        { IsAbstract: true, IsInterface: false } when type.Assembly
            .GetTypes()
            .FirstOrDefault(one => one.IsSubclassOf(type) && !one.IsAbstract) is { } one => Of(one),
        { IsClass: true, IsAbstract: false } when type.Namespace?.StartsWith("WhatsCommerce", StringComparison.Ordinal) == true => Of(type),
        _ => null,
    };

    private static FieldInfo? FieldOf(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
}
