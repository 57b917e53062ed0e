using System.Collections.ObjectModel;

namespace WhatsCommerce.Messages;

/// <summary>
/// Builds a request for a delivery address: a body, initial values of the form, addresses to choose, errors to correct, and any header.
/// </summary>
/// <remarks>
/// Only for businesses and customers in India. The customer's reply arrives as an interactive reply (<c>nfm_reply</c>); to get a wrong
/// address corrected, send the request again with the address and its errors. Source: Meta, messages/address-messages.
/// </remarks>
public sealed class AddressRequestMessageBuilder : HeadedMessageBuilder<AddressRequestMessageBuilder, AddressRequestMessage>
{
    private const string Parameters = "interactive.action.parameters";

    private readonly List<(string? Id, AddressValues Values)> _savedAddresses = [];
    private readonly Dictionary<AddressField, string> _errors = [];
    private AddressValues? _values;

    internal AddressRequestMessageBuilder() { }

    /// <summary>Sets the initial values of the form.</summary>
    /// <param name="values">The known values; null for none.</param>
    public AddressRequestMessageBuilder Values(AddressValues? values)
    {
        _values = values;
        return this;
    }

    /// <summary>Adds an address that the customer can choose.</summary>
    /// <param name="id">The id in the reply when the customer chooses the address.</param>
    /// <param name="values">The address.</param>
    public AddressRequestMessageBuilder SavedAddress(string? id, AddressValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _savedAddresses.Add((id, values));
        return this;
    }

    /// <summary>Sets what is wrong with a field, so that the customer corrects it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="error">What to tell the customer.</param>
    public AddressRequestMessageBuilder ValidationError(AddressField field, string? error)
    {
        _errors[field] = error ?? "";
        return this;
    }

    private protected override void Validate(Violations violations)
    {
        AllowHeader(violations);
        RequireBody(violations);
        AllowFooter(violations);
        _values?.Validate(violations, $"{Parameters}.values");

        HashSet<string> ids = [];
        for (int i = 0; i < _savedAddresses.Count; i++)
        {
            WirePath path = new($"{Parameters}.saved_addresses[{{0}}]", i);
            violations.RequireText(path.Below(".id"), _savedAddresses[i].Id, "The address's id");
            violations.RequireUnique(path.Below(".id"), _savedAddresses[i].Id, ids, "The address's id");
            _savedAddresses[i].Values.Validate(violations, path.Below(".value"));
        }

        foreach ((AddressField field, string error) in _errors)
        {
            // A field that Meta has added since is allowed, but its name must not become part of a path: it may contain anything.
            WirePath path = field.IsKnown ? $"{Parameters}.validation_errors.{field.Value}" : $"{Parameters}.validation_errors";
            if (!field.HasValue)
            {
                violations.Add(path, ViolationRule.Required, "An error names a field of the form, such as AddressField.PinCode.");
            }

            violations.AllowText(path, field.Value, "The field's name");
            violations.RequireText(path, error, "The error");
        }
    }

    private protected override AddressRequestMessage Create() => new(HeaderContent, BodyText!, FooterText)
    {
        Values = _values,
        SavedAddresses = [.. _savedAddresses.Select(address => new SavedAddress(address.Id!, address.Values))],
        ValidationErrors = new ReadOnlyDictionary<AddressField, string>(new Dictionary<AddressField, string>(_errors)),
    };
}
