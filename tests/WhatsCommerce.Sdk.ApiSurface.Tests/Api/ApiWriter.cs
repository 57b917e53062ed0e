using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace WhatsCommerce.Tests.Api;

/// <summary>
/// Writes all that users of an assembly can see, as C# without bodies, sorted, so that a change of the public API is a change of a
/// file that a reviewer reads.
/// </summary>
internal sealed class ApiWriter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] TellingAttributes =
    [
        typeof(ObsoleteAttribute), typeof(ExperimentalAttribute), typeof(FlagsAttribute),
        typeof(RequiresUnreferencedCodeAttribute), typeof(RequiresDynamicCodeAttribute),
    ];

    private readonly StringBuilder _text = new();

    public static string Write(Assembly assembly) => Write(assembly.GetExportedTypes().Where(type => !type.IsNested));

    public static string Write(IEnumerable<Type> types)
    {
        ApiWriter writer = new();
        foreach (IGrouping<string?, Type> group in types.GroupBy(type => type.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.Line(0, $"namespace {group.Key}");
            writer.Line(0, "{");
            writer.Types(1, group);
            writer.Line(0, "}");
        }

        return writer._text.ToString();
    }

    private void Types(int depth, IEnumerable<Type> types)
    {
        bool first = true;
        foreach (Type type in types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (!first)
            {
                _text.Append('\n');
            }

            first = false;
            Attributes(depth, type);
            if (type.IsSubclassOf(typeof(Delegate)))
            {
                Line(depth, Access(type) + Signature.Delegate(type));
                continue;
            }

            Line(depth, Head(type));
            Line(depth, "{");
            Body(depth + 1, type);
            Line(depth, "}");
        }
    }

    private void Body(int depth, Type type)
    {
        if (type.IsEnum)
        {
            foreach (FieldInfo value in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                Attributes(depth, value);
                Line(depth, $"{value.Name} = {value.GetRawConstantValue()},");
            }

            return;
        }

        bool isRecord = IsRecord(type);
        Members(depth, type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly), Signature.Of);
        Members(depth, type.GetConstructors(Declared).Where(member => Signature.IsVisible(member) && !IsGenerated(member)), Signature.Of);
        Members(
            depth,
            type.GetProperties(Declared).Where(member =>
                (Signature.IsVisible(member.GetMethod) || Signature.IsVisible(member.SetMethod)) && !(isRecord && member.Name == "EqualityContract")),
            Signature.Of);
        Members(depth, type.GetEvents(Declared).Where(member => Signature.IsVisible(member.AddMethod)), Signature.Of);
        Members(depth, type.GetMethods(Declared).Where(IsMethodOfItsOwn), Signature.Of);

        Type[] nested = [.. type.GetNestedTypes(Declared).Where(IsVisible)];
        if (nested.Length > 0)
        {
            _text.Append('\n');
            Types(depth, nested);
        }
    }

    private void Members<TMember>(int depth, IEnumerable<TMember> members, Func<TMember, string> signature)
        where TMember : MemberInfo
    {
        foreach ((TMember member, string line) in members
            .Select(member => (Member: member, Line: signature(member)))
            .OrderBy(pair => pair.Member.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Line, StringComparer.Ordinal))
        {
            Attributes(depth, member);
            Line(depth, line);
        }
    }

    private void Attributes(int depth, MemberInfo member)
    {
        // Where members are required, the compiler marks the constructor as obsolete for compilers that do not know them.
        bool isForOldCompilers = member.IsDefined(typeof(CompilerFeatureRequiredAttribute), inherit: false);
        foreach (CustomAttributeData attribute in member.GetCustomAttributesData().Where(data => TellingAttributes.Contains(data.AttributeType)))
        {
            if (isForOldCompilers && attribute.AttributeType == typeof(ObsoleteAttribute))
            {
                continue;
            }

            string arguments = string.Join(
                ", ", attribute.ConstructorArguments.Select(argument => Signature.Literal(argument.Value, argument.ArgumentType)));
            Line(depth, $"[{attribute.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)}{(arguments.Length == 0 ? "" : $"({arguments})")}]");
        }
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 4).Append(text).Append('\n');

    private static string Head(Type type)
    {
        if (type.IsEnum)
        {
            Type underlying = type.GetEnumUnderlyingType();
            return $"{Access(type)}enum {type.Name}{(underlying == typeof(int) ? "" : " : " + TypeName.Of(underlying))}";
        }

        string record = IsRecord(type) ? "record " : "";
        string kind = type switch
        {
            { IsInterface: true } => "interface ",
            { IsValueType: true } =>
                (type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct ",
            { IsAbstract: true, IsSealed: true } => "static class ",
            { IsAbstract: true } => $"abstract {record}class ",
            { IsSealed: true } => $"sealed {record}class ",
            _ => record + "class ",
        };
        string[] bases = [.. Bases(type)];
        string list = bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
        return $"{Access(type)}{kind}{TypeName.Declared(type)}{list}{Signature.Constraints(TypeName.OwnParameters(type))}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return TypeName.Of(parent);
        }

        Type[] all = [.. type.GetInterfaces().Where(IsVisible)];
        IEnumerable<Type> implied = all.SelectMany(face => face.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        if (IsRecord(type))
        {
            implied = implied.Append(typeof(IEquatable<>).MakeGenericType(type));
        }

        foreach (string name in all.Except(implied).Select(face => TypeName.Of(face)).Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }

    private static string Access(Type type) => type.IsNestedFamily || type.IsNestedFamORAssem ? "protected " : "public ";

    // What the compiler writes for an extension block has a name that no user can write.
    private static bool IsVisible(Type type) =>
        (type.IsPublic || type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && !type.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsMethodOfItsOwn(MethodInfo method)
    {
        bool isOperator = method.IsSpecialName && method.Name.StartsWith("op_", StringComparison.Ordinal);
        return Signature.IsVisible(method)
            && (!method.IsSpecialName || isOperator)
            && !method.Name.Contains('<', StringComparison.Ordinal)
            && (!IsGenerated(method) || method.Name == "Deconstruct");
    }

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)]) is not null);
}
