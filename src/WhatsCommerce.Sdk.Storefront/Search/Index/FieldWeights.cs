namespace WhatsCommerce.Storefronts;

/// <summary>What a word counts by where the product has it.</summary>
internal static class FieldWeights
{
    private static readonly float[] Weights = [0, 0.5f, 0.5f, 0.8f, 0.9f, 0.95f, 0.97f, 0.97f, 1];

    public static float Of(Field field) => Weights[(int)field];
}
