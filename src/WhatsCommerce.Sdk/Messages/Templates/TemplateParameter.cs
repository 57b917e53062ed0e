namespace WhatsCommerce.Messages;

/// <summary>Represents the value of a template's variable: a text, an amount or a date, by position or by name.</summary>
/// <remarks>
/// A string is a text by position, <c>("first_name", "Jessica")</c> a text by name. A value must be on one line: Meta rejects line breaks,
/// tabs and more than four consecutive spaces (132018). Source: Meta, templates/overview; OpenAPI v23.0.
/// </remarks>
public sealed class TemplateParameter
{
    private readonly string? _text;
    private readonly Money? _amount;
    private readonly DateTime? _moment;

    private TemplateParameter(string type, string? text, Money? amount = null, DateTime? moment = null, string? name = null)
    {
        Type = type;
        _text = text;
        _amount = amount;
        _moment = moment;
        Name = name;
    }

    /// <summary>The type on the wire: <c>text</c>, <c>currency</c> or <c>date_time</c>.</summary>
    public string Type { get; }

    /// <summary>The name of the variable; <see langword="null"/> for one by position.</summary>
    public string? Name { get; }

    /// <summary>Creates a text.</summary>
    /// <param name="text">One line, not blank.</param>
    public static TemplateParameter Text(string? text) => new("text", text);

    /// <summary>Creates an amount of money.</summary>
    /// <param name="amount">The amount, with at most three decimal digits.</param>
    /// <param name="fallback">The text where the customer's phone cannot format the amount; <c>25.00 USD</c> by default.</param>
    public static TemplateParameter Currency(Money amount, string? fallback = null) =>
        new("currency", fallback ?? amount.ToString(), amount);

    /// <summary>Creates a date and time from the text that the customer reads.</summary>
    /// <param name="text">The text; the Cloud API shows it as it is.</param>
    public static TemplateParameter DateTime(string? text) => new("date_time", text);

    /// <summary>Creates a date and time from its parts and the text that the customer reads.</summary>
    /// <param name="moment">The local time of the customer, to the minute.</param>
    /// <param name="text">How the customer reads it; the Cloud API shows it as it is.</param>
    public static TemplateParameter DateTime(DateTime moment, string? text) => new("date_time", text, moment: moment);

    /// <summary>Creates a text by position.</summary>
    /// <param name="text">One line, not blank.</param>
    public static implicit operator TemplateParameter(string? text) => Text(text);

    /// <summary>Creates a text by name.</summary>
    /// <param name="named">The name of the variable and the text.</param>
    public static implicit operator TemplateParameter((string Name, string? Text) named) => Text(named.Text).Named(named.Name);

    /// <summary>Returns the value for the variable with this name.</summary>
    /// <param name="name">The name, as the template has it between its braces.</param>
    public TemplateParameter Named(string name) => new(Type, _text, _amount, _moment, name ?? "");

    /// <summary>The type and the name; the value is the customer's.</summary>
    public override string ToString() => Name is null ? Type : $"{Type} {Name}";

    internal TemplatePart ToPart(int limit) => new Part(this, limit);

    private string Path => Type == "text" ? "text" : $"{Type}.fallback_value";

    private void Validate(Violations violations, int limit)
    {
        string path = Path;
        violations.RequireText(path, _text, limit, "The parameter");
        violations.RequireOneLine(path, _text);
        if (_amount is not Money amount)
        {
            return;
        }

        if (amount.Currency.Code is null)
        {
            violations.Add("currency.code", ViolationRule.Required, "The amount has no currency; write new Money(4.50m, \"BRL\").");
        }
        else if (!amount.Currency.IsKnown)
        {
            violations.Add("currency.code", ViolationRule.Format, "ISO 4217 lists no such currency; write its code, such as BRL or INR.");
        }

        if (Math.Abs(amount.Amount) > long.MaxValue / 1000m || !decimal.IsInteger(amount.Amount * 1000m))
        {
            violations.Add("currency.amount_1000", ViolationRule.Format,
                $"The amount {amount} is not a whole number of thousandths; round it first (Money.Round).");
        }
    }

    private void WriteMembers(Utf8JsonWriter writer)
    {
        if (Name is not null)
        {
            writer.WriteString("parameter_name"u8, Name);
        }

        if (Type == "text")
        {
            writer.WriteString("text"u8, _text);
            return;
        }

        writer.WriteStartObject(Type);
        writer.WriteString("fallback_value"u8, _text);
        if (_amount is Money amount)
        {
            writer.WriteString("code"u8, amount.Currency.Code);
            writer.WriteNumber("amount_1000"u8, (long)(amount.Amount * 1000m));
        }

        if (_moment is DateTime moment)
        {
            // Meta counts the days of the week from Monday = 1.
            writer.WriteNumber("day_of_week"u8, moment.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)moment.DayOfWeek);
            writer.WriteNumber("year"u8, moment.Year);
            writer.WriteNumber("month"u8, moment.Month);
            writer.WriteNumber("day_of_month"u8, moment.Day);
            writer.WriteNumber("hour"u8, moment.Hour);
            writer.WriteNumber("minute"u8, moment.Minute);
            writer.WriteString("calendar"u8, "GREGORIAN"u8);
        }

        writer.WriteEndObject();
    }

    private sealed class Part(TemplateParameter parameter, int limit) : TemplatePart
    {
        public override string? FlatPath => parameter.Path;

        public override TemplatePart Flatten()
        {
            string? flat = parameter._text is null ? null : AdjustedText.Flatten(parameter._text);
            return ReferenceEquals(flat, parameter._text)
                ? this
                : new Part(new TemplateParameter(parameter.Type, flat, parameter._amount, parameter._moment, parameter.Name), limit);
        }

        public override string Type => parameter.Type;

        public override string? Name => parameter.Name;

        public override void Validate(Violations violations, TemplateParameterNames names)
        {
            names.Check(violations, parameter.Name);
            parameter.Validate(violations, limit);
        }

        protected override void WriteMembers(Utf8JsonWriter writer) => parameter.WriteMembers(writer);
    }
}
