/** None: traffic follows the map in the authority's table and metrics, never a change in Route 53 (S21). */
export const permissions = {};
