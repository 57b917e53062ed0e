namespace WhatsCommerce.Templates;

/// <summary>Whether the variables of one template are counted or named. All are in one way.</summary>
internal sealed class VariableNames
{
    /// <summary>Whether they have names; <see langword="null"/> as long as there was none.</summary>
    public bool? AreNamed { get; set; }
}
