namespace WhatsCommerce.Messages;

/// <summary>A payment gateway that is connected to the WhatsApp Business account; in India.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, "Payment settings object".</remarks>
public sealed class PaymentGatewaySetting : PaymentSetting
{
    private readonly string _gateway;
    private readonly string? _configurationName;
    private readonly ImmutableArray<(string Name, string? Value, int Limit)> _fields;
    private readonly ImmutableArray<KeyValuePair<string, string>> _notes;
    private readonly int _maxFields = int.MaxValue;
    private string? _preferredApp;
    private ImmutableArray<string> _options = [];

    internal PaymentGatewaySetting(
        string gateway, string? configurationName, ImmutableArray<(string Name, string? Value, int Limit)> fields,
        IEnumerable<KeyValuePair<string, string>>? notes)
    {
        _gateway = gateway;
        _configurationName = configurationName;
        _fields = fields;
        _notes = notes is null ? [] : [.. notes];
    }

    internal PaymentGatewaySetting(
        string gateway, string? configurationName, string field, int maxFields, ReadOnlySpan<string?> values, int limit)
        : this(gateway, configurationName, Number(field, values, limit), notes: null) => _maxFields = maxFields;

    private PaymentGatewaySetting(PaymentGatewaySetting other)
        : this(other._gateway, other._configurationName, other._fields, other._notes)
    {
        _maxFields = other._maxFields;
        _preferredApp = other._preferredApp;
        _options = other._options;
    }

    /// <inheritdoc/>
    public override string Type => "payment_gateway";

    internal override Currency Currency => new("INR");

    /// <summary>Returns a copy with one UPI app at the top of the list of apps.</summary>
    /// <param name="application">Meta's id of the app: <c>gpay</c>, <c>phonepe</c>, <c>paytm</c>, <c>bhim</c>, <c>amazonpay</c>,
    /// <c>cred</c>, <c>mobikwik</c>.</param>
    public PaymentGatewaySetting PreferApp(string application) => new(this) { _preferredApp = application };

    /// <summary>Returns a copy that allows only UPI apps. UPI is limited to 500,000 INR.</summary>
    public PaymentGatewaySetting OnlyUpi() => new(this) { _options = ["upi"] };

    /// <summary>Returns a copy that allows only the page of the gateway, which accepts cards.</summary>
    public PaymentGatewaySetting OnlyWeb() => new(this) { _options = ["web"] };

    internal override void Validate(Violations violations)
    {
        violations.RequireText("payment_gateway.configuration_name", _configurationName, MessageLimits.PaymentConfigurationName,
            "The name of the payment configuration");
        if (_preferredApp is not null)
        {
            violations.RequireText("payment_gateway.preferred_payment_methods[0].method", _preferredApp, "The preferred app");
        }

        violations.LimitCount($"payment_gateway.{_gateway}", _fields.Length, _maxFields, "values of your own");
        foreach ((string name, string? value, int limit) in _fields)
        {
            violations.AllowText($"payment_gateway.{_gateway}.{name}", value, limit, "The value");
        }

        violations.LimitCount($"payment_gateway.{_gateway}.notes", _notes.Length, MessageLimits.RazorpayNotes, "notes");
        HashSet<string> names = [];
        foreach ((string name, string value) in _notes)
        {
            violations.RequireText($"payment_gateway.{_gateway}.notes", name, "The name of a note");
            violations.RequireUnique($"payment_gateway.{_gateway}.notes", name, names, "The name of a note");
            violations.LimitText($"payment_gateway.{_gateway}.notes", value, MessageLimits.RazorpayNote, "A note");
        }
    }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, _gateway);
        writer.WriteString("configuration_name"u8, _configurationName);
        if (_preferredApp is not null)
        {
            writer.WriteStartArray("preferred_payment_methods"u8);
            writer.WriteStartObject();
            writer.WriteString("method"u8, _preferredApp);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (!_options.IsEmpty)
        {
            writer.WriteStartArray("enabled_payment_options"u8);
            foreach (string option in _options)
            {
                writer.WriteStringValue(option);
            }

            writer.WriteEndArray();
        }

        WriteFields(writer);
    }

    private void WriteFields(Utf8JsonWriter writer)
    {
        if (_notes.IsEmpty && _fields.All(field => string.IsNullOrEmpty(field.Value)))
        {
            return;
        }

        writer.WriteStartObject(_gateway);
        foreach ((string name, string? value, _) in _fields)
        {
            if (!string.IsNullOrEmpty(value))
            {
                writer.WriteString(name, value);
            }
        }

        if (!_notes.IsEmpty)
        {
            writer.WriteStartObject("notes"u8);
            foreach ((string name, string value) in _notes)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static ImmutableArray<(string Name, string? Value, int Limit)> Number(string field, ReadOnlySpan<string?> values, int limit)
    {
        var fields = ImmutableArray.CreateBuilder<(string, string?, int)>(values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            fields.Add((field + (i + 1).ToString(CultureInfo.InvariantCulture), values[i], limit));
        }

        return fields.MoveToImmutable();
    }
}
