using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests.Api;

/// <summary>Writes a member of a type as one line of C#.</summary>
internal static class Signature
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
    };

    public static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    public static string Of(FieldInfo field)
    {
        string modifiers = field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => "",
        };
        string value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue(), field.FieldType) : "";
        return $"{(field.IsPublic ? "public " : "protected ")}{modifiers}{TypeName.Of(field.FieldType, new NullabilityInfoContext().Create(field))} {field.Name}{value};";
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)});";

    public static string Of(PropertyInfo property)
    {
        // The accessor that more users can see gives the property its access.
        MethodInfo accessor = property.GetMethod is { IsPublic: true } || !IsVisible(property.SetMethod) ? property.GetMethod! : property.SetMethod!;
        NullabilityInfo nullability = new NullabilityInfoContext().Create(property);
        string required = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        string type = TypeName.Of(property.PropertyType, nullability, write: !property.CanRead);
        string name = property.GetIndexParameters().Length == 0 ? property.Name : $"this[{Parameters(accessor, property.GetIndexParameters().Length)}]";
        string get = IsVisible(property.GetMethod) ? Narrowed(property.GetMethod!) + "get; " : "";
        string set = IsVisible(property.SetMethod) ? Narrowed(property.SetMethod!) + (IsInitOnly(property.SetMethod!) ? "init; " : "set; ") : "";
        return $"{Access(accessor)}{Modifiers(accessor)}{required}{type} {name} {{ {get}{set}}}";

        string Narrowed(MethodInfo method) => accessor.IsPublic && !method.IsPublic ? "protected " : "";
    }

    public static string Of(EventInfo @event) =>
        $"{Access(@event.AddMethod!)}{Modifiers(@event.AddMethod!)}event {TypeName.Of(@event.EventHandlerType!, new NullabilityInfoContext().Create(@event))} {@event.Name};";

    public static string Of(MethodInfo method)
    {
        string access = Access(method) + Modifiers(method);
        string parameters = Parameters(method);
        if (method.Name is "op_Implicit" or "op_Explicit")
        {
            return $"{access}{(method.Name == "op_Implicit" ? "implicit" : "explicit")} operator {Returned(method)}({parameters});";
        }

        string name = Operators.TryGetValue(method.Name, out string? symbol) ? "operator " + symbol : method.Name;
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        return $"{access}{Returned(method)} {name}{generic}({parameters}){Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])};";
    }

    public static string Delegate(Type type)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        return $"delegate {Returned(invoke)} {TypeName.Declared(type)}({Parameters(invoke)}){Constraints(TypeName.OwnParameters(type))};";
    }

    public static string Constraints(IEnumerable<Type> parameters)
    {
        string text = "";
        foreach (Type parameter in parameters)
        {
            GenericParameterAttributes flags = parameter.GenericParameterAttributes;
            bool isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            List<string> constraints = [];
            if (isStruct)
            {
                constraints.Add("struct");
            }
            else if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            {
                constraints.Add("class");
            }

            constraints.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(type => TypeName.Of(type)));
            if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            {
                constraints.Add("new()");
            }

            if (constraints.Count > 0)
            {
                text += $" where {parameter.Name} : {string.Join(", ", constraints)}";
            }
        }

        return text;
    }

    public static string Literal(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType ? "default" : "null",
            string text => "\"" + text + "\"",
            bool flag => flag ? "true" : "false",
            char character => $"'{character}'",
            _ when type.IsEnum => EnumLiteral(value, type),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string EnumLiteral(object value, Type type) => Enum.GetName(type, value) is { } name
        ? $"{type.Name}.{name}"
        : $"({type.Name}){Convert.ToString(value, CultureInfo.InvariantCulture)}";

    // Members of an interface are public without a word.
    private static string Access(MethodBase method) => method.DeclaringType!.IsInterface ? "" : method.IsPublic ? "public " : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? method.IsAbstract ? "static abstract " : "static " : "";
        }

        return method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => IsOverride(method) ? "abstract override " : "abstract ",
            { IsVirtual: true } when IsOverride(method) => method.IsFinal && !method.DeclaringType.IsSealed ? "sealed override " : "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Returned(MethodInfo method)
    {
        string reference = !method.ReturnType.IsByRef ? "" : method.ReturnParameter.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "ref readonly " : "ref ";
        return reference + TypeName.Of(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter));
    }

    private static string Parameters(MethodBase method, int? count = null)
    {
        string extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Take(count ?? int.MaxValue).Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) || parameter.IsDefined(typeof(ParamCollectionAttribute), inherit: false) => "params ",
            _ => "",
        };
        NullabilityInfo nullability = new NullabilityInfoContext().Create(parameter);
        string type = TypeName.Of(parameter.ParameterType, nullability, write: !parameter.IsOut);
        string value = parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{modifier}{type} {parameter.Name}{value}";
    }
}
